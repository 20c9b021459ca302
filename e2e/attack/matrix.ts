import { randomUUID } from 'node:crypto';
import { wants } from '#lib/testing/bindings/wants.ts';

export const viewers = ['anonymous', 'support', 'admin', 'disabled', 'expired'] as const;
export type ViewerName = (typeof viewers)[number];
type Cells = Record<ViewerName, string>;

/** Who is let in; everybody else is told to sign in, or that this is not theirs. */
const signedOut = { anonymous: 'signed_out', disabled: 'signed_out', expired: 'signed_out' };
const adminOnly = (admin: string): Cells => ({ ...signedOut, support: 'forbidden', admin });
const signedInOnly = (answer: string): Cells => ({ ...signedOut, support: answer, admin: answer });
const everybody = (answer: string): Cells => ({
  anonymous: answer,
  support: answer,
  admin: answer,
  disabled: answer,
  expired: answer,
});

/** Ids that the matrix's ground laid down. */
export type Ground = { supportId: string; adminId: string; invitedId: string; bindingId: string };

type ActionRow = {
  /** The code of the answer, by viewer. */
  cells: Cells;
  /** Well formed, and would change something if nobody asked who is there. */
  harmful(ground: Ground): unknown[];
  /** For who is let in: gets past every check of rights and changes nothing. */
  harmless(ground: Ground): unknown[];
};

const wanted = (appId: string) => wants({ appId, number: '0086075586013388' });
const nobody = '00000000-0000-4000-8000-000000000000';
const batchOf = (appId: string) => ({
  idempotencyKey: randomUUID(),
  title: null,
  reason: null,
  undoesBatchId: null,
  confirmedCount: null,
  lines: [
    {
      line: 1,
      appId,
      number: '0086075586013380',
      numberType: null,
      callbackUrl: 'https://hooks.acme.com/in',
      seen: null,
    },
  ],
});
const asIs = (args: unknown[]) => ({ harmful: () => args, harmless: () => args });

/** Every server action, by its exported name. */
export const actionRows: Record<string, ActionRow> = {
  bindNumber: {
    cells: adminOnly('app_not_allowed'),
    harmful: () => [wanted('1400000000')],
    harmless: () => [wanted('1499999999')],
  },
  repeatBinding: {
    cells: adminOnly('not_found'),
    harmful: ({ bindingId }) => [{ bindingId, afterAttempt: 1 }],
    harmless: () => [{ bindingId: nobody, afterAttempt: 1 }],
  },
  addPerson: {
    cells: adminOnly('email_taken'),
    harmful: () => [{ name: 'Mallory', email: `${randomUUID()}@example.net`, role: 'admin' }],
    harmless: () => [{ name: 'Ada', email: 'ada@example.net', role: 'admin' }],
  },
  renewLink: {
    cells: adminOnly('not_found'),
    harmful: ({ invitedId }) => [{ id: invitedId }],
    harmless: () => [{ id: nobody }],
  },
  changeRole: {
    cells: adminOnly('cannot_change_self'),
    harmful: ({ supportId }) => [{ id: supportId, role: 'admin' }],
    harmless: ({ adminId }) => [{ id: adminId, role: 'support' }],
  },
  setDisabled: {
    cells: adminOnly('cannot_change_self'),
    harmful: ({ adminId }) => [{ id: adminId, disabled: true }],
    harmless: ({ adminId }) => [{ id: adminId, disabled: true }],
  },
  // Everybody's own account: who is let in gets past every right and is told what is wrong with what they typed.
  changeName: {
    cells: signedInOnly('invalid_input'),
    harmful: () => [{ name: 'Mallory' }],
    harmless: () => [{ name: '' }],
  },
  changePassword: {
    cells: signedInOnly('password_guessable'),
    harmful: () => [{ current: 'another long enough password', next: 'words that nobody expects here' }],
    harmless: () => [{ current: 'not anybody’s password', next: 'password1234' }],
  },
  endSession: { cells: signedInOnly('not_found'), ...asIs([{ sessionId: nobody }]) },
  endOtherSessions: {
    cells: signedInOnly('invalid_input'),
    harmful: () => [{}],
    harmless: () => [{ all: true }],
  },
  // Nobody's password of the matrix was reset: there is nothing to confirm, and nothing is recorded.
  confirmResets: { cells: signedInOnly('ok'), ...asIs([{}]) },
  acknowledgeSetback: { cells: adminOnly('ok'), ...asIs([{ noticedAt: '2026-01-01T00:00:00.000Z' }]) },
  checkCredentials: { cells: adminOnly('ok'), ...asIs([{}]) },
  setHomeCountry: {
    cells: adminOnly('ok'),
    harmful: () => [{ country: 'GB' }],
    // The one that holds already, so nothing is recorded.
    harmless: () => [{ country: 'CN' }],
  },
  // The console of the matrix has its apps from CCC_SDK_APPS: an admin gets past every right, and changes nothing.
  addApp: { cells: adminOnly('apps_fixed'), ...asIs([{ appId: '1400999999', name: 'Mallory’s' }]) },
  renameApp: { cells: adminOnly('apps_fixed'), ...asIs([{ appId: '1400000000', name: 'Mallory’s' }]) },
  setAppRetired: { cells: adminOnly('apps_fixed'), ...asIs([{ appId: '1400000000', retired: true }]) },
  savePreferences: {
    cells: { ...signedOut, support: 'ok', admin: 'ok' },
    harmful: () => [{ zone: 'utc' }],
    harmless: () => [{}],
  },
  revealUrl: {
    cells: adminOnly('not_found'),
    harmful: ({ bindingId }) => [{ bindingId, which: 'new' }],
    harmless: () => [{ bindingId: nobody, which: 'new' }],
  },
  // Whoever reads history may take it out; every time is recorded, so a zone that is none keeps the matrix harmless.
  startExport: {
    cells: { ...signedOut, support: 'invalid_input', admin: 'invalid_input' },
    harmful: () => [{ search: {}, format: 'csv', zone: 'UTC' }],
    harmless: () => [{ search: {}, format: 'csv', zone: 'Mars/Olympus' }],
  },
  refreshNumbers: {
    cells: adminOnly('app_not_allowed'),
    harmful: () => [{ appId: null }],
    harmless: () => [{ appId: '1499999999' }],
  },
  readBatchFacts: {
    cells: adminOnly('ok'),
    ...asIs([{ keys: [{ appId: '1400000000', number: '0086075586013388' }], batchKey: nobody }]),
  },
  startBatch: {
    cells: adminOnly('app_not_allowed'),
    harmful: () => [batchOf('1400000000')],
    harmless: () => [batchOf('1499999999')],
  },
  changeBatch: { cells: adminOnly('not_found'), ...asIs([{ batchId: nobody, to: 'stopped' }]) },
  retryBatch: {
    cells: adminOnly('not_found'),
    ...asIs([{ batchId: nobody, bindingIds: [nobody], mended: [] }]),
  },
  // Views are everybody's own: who is let in gets past every right and finds nothing to change.
  saveView: {
    cells: signedInOnly('invalid_input'),
    harmful: () => [{ name: 'Mallory’s', query: 'outcome=bound', shared: true }],
    harmless: () => [{ name: '', query: '', shared: false }],
  },
  changeView: {
    cells: signedInOnly('not_found'),
    ...asIs([{ id: nobody, name: 'Mallory’s', query: '', shared: true }]),
  },
  deleteView: { cells: signedInOnly('not_found'), ...asIs([{ id: nobody }]) },
  chooseDefaultView: {
    cells: signedInOnly('not_found'),
    harmful: () => [{ viewId: 'unknown' }],
    harmless: () => [{ viewId: nobody }],
  },
  // Open to who is not signed in: what guards them is a password or a one-time link.
  signIn: {
    cells: everybody('sign_in_failed'),
    ...asIs([{ email: 'nobody@example.net', password: 'not anybody’s password', next: null }]),
  },
  setUp: {
    cells: everybody('setup_closed'),
    ...asIs([
      {
        token: 'made-up',
        name: 'Mallory',
        email: 'm@example.net',
        password: 'a long enough password',
        appId: null,
        appName: null,
      },
    ]),
  },
  readInvitation: { cells: everybody('link_expired'), ...asIs([{ token: 'made-up' }]) },
  readSetup: { cells: everybody('setup_closed'), ...asIs([{ token: 'made-up' }]) },
  acceptInvitation: {
    cells: everybody('link_expired'),
    ...asIs([{ token: 'made-up', password: 'a long enough password' }]),
  },
  // Ends the caller's own session and nobody else's; tried apart, since who it lets in is signed out by it.
  signOut: { cells: everybody('ok'), ...asIs([]) },
};

/** Answers by status; a redirect with where it leads. */
const toSignIn = '307 /sign-in';
const page = (cells: { support: string; admin: string }): Cells => ({
  anonymous: toSignIn,
  disabled: toSignIn,
  expired: toSignIn,
  ...cells,
});
const json = { anonymous: '401', disabled: '401', expired: '401', support: '200', admin: '200' };
const entrance = everybody('200');

/** The ground's batch. */
export const groundBatch = '019a0000-0000-7000-8000-000000000001';

/** App and number of the ground's binding, as addresses have them. */
export const groundNumber = '1400000000/0086075586013389';

type RouteRow = { path(ground: Ground): string; cells: Cells };
const at = (path: string, cells: Cells): RouteRow => ({ path: () => path, cells });

/** Every page and route, as the build names them. */
export const routeRows: Record<string, RouteRow> = {
  '/': at('/', page({ support: '200', admin: '200' })),
  '/bind': at('/bind', page({ support: '403', admin: '200' })),
  '/history': at('/history', page({ support: '200', admin: '200' })),
  '/history/[bindingId]': {
    path: ({ bindingId }) => `/history/${bindingId}`,
    cells: page({ support: '200', admin: '200' }),
  },
  '/numbers/[appId]/[number]': at(`/numbers/${groundNumber}`, page({ support: '200', admin: '200' })),
  '/numbers': at('/numbers', page({ support: '200', admin: '200' })),
  '/batches': at('/batches', page({ support: '200', admin: '200' })),
  '/batches/new': at('/batches/new', page({ support: '403', admin: '200' })),
  '/batches/[batchId]': at(`/batches/${groundBatch}`, page({ support: '200', admin: '200' })),
  '/account': at('/account', page({ support: '200', admin: '200' })),
  '/people': at('/people', page({ support: '403', admin: '200' })),
  '/audit-log': at('/audit-log', page({ support: '403', admin: '200' })),
  '/connection': at('/connection', page({ support: '200', admin: '200' })),
  '/sign-in': at('/sign-in', { ...entrance, support: '307 /', admin: '307 /' }),
  '/setup': at('/setup?token=made-up', entrance),
  '/invitation': at('/invitation?token=made-up', entrance),
  '/api/health': at('/api/health', everybody('200')),
  '/api/bindings': at('/api/bindings', json),
  '/api/bindings/chart': at('/api/bindings/chart?zone=Asia/Shanghai', json),
  '/api/bindings/facets': at('/api/bindings/facets', json),
  '/api/batches': at('/api/batches', json),
  '/api/batches/source': at('/api/batches/source', { ...json, support: '403' }),
  '/api/batches/[batchId]': at(`/api/batches/${groundBatch}`, json),
  '/api/batches/[batchId]/lines': at(`/api/batches/${groundBatch}/lines`, json),
  '/api/batches/[batchId]/report': at(`/api/batches/${groundBatch}/report`, json),
  '/api/batches/[batchId]/undo': at(`/api/batches/${groundBatch}/undo`, { ...json, support: '403' }),
  '/api/overview': at('/api/overview', json),
  '/api/views': at('/api/views', json),
  '/api/bindings/[bindingId]': { path: ({ bindingId }) => `/api/bindings/${bindingId}`, cells: json },
  '/api/bindings/[bindingId]/restore': {
    path: ({ bindingId }) => `/api/bindings/${bindingId}/restore`,
    cells: { ...json, support: '403' },
  },
  // Callback URLs in full, for whoever may bind them again.
  '/api/bindings/suggestions': at('/api/bindings/suggestions', { ...json, support: '403' }),
  '/api/bindings/suggestions/numbers': at('/api/bindings/suggestions/numbers?app=1400000000&number=0755', {
    ...json,
    support: '403',
  }),
  '/api/bindings/suggestions/known': at('/api/bindings/suggestions/known?app=1400000000&number=95588', {
    ...json,
    support: '403',
  }),
  '/api/exports': at('/api/exports', json),
  // Only what was recorded for oneself a moment ago.
  '/api/exports/[exportId]': at(`/api/exports/${nobody}`, { ...json, support: '404', admin: '404' }),
  '/api/exports/[exportId]/turn': at(`/api/exports/${nobody}/turn`, {
    ...json,
    support: '404',
    admin: '404',
  }),
  '/api/numbers': at('/api/numbers', json),
  '/api/numbers/hosts': at('/api/numbers/hosts', json),
  '/api/numbers/hosts/urls': at('/api/numbers/hosts/urls?of=hooks.acme.com', json),
  '/api/numbers/lists': at('/api/numbers/lists', json),
  '/api/numbers/facts': at('/api/numbers/facts?app=1400000000&number=0086075586013388', json),
  '/api/numbers/[appId]/[number]/timeline': at(`/api/numbers/${groundNumber}/timeline`, json),
  '/api/numbers/[appId]/[number]/moment': at(
    `/api/numbers/${groundNumber}/moment?at=2026-01-01T00:00Z`,
    json,
  ),
  '/api/numbers/[appId]/[number]/hosts': at(`/api/numbers/${groundNumber}/hosts`, json),
  // Next's own: never asked for by that name.
  '/_not-found': at('/_not-found', { ...everybody('404'), anonymous: toSignIn }),
  '/_global-error': at('/_global-error', everybody('404')),
};
