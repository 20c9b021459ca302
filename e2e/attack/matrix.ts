import { randomUUID } from 'node:crypto';

export const viewers = ['anonymous', 'support', 'admin', 'disabled', 'expired'] as const;
export type ViewerName = (typeof viewers)[number];
type Cells = Record<ViewerName, string>;

/** Who is let in; everybody else is told to sign in, or that this is not theirs. */
const signedOut = { anonymous: 'signed_out', disabled: 'signed_out', expired: 'signed_out' };
const adminOnly = (admin: string): Cells => ({ ...signedOut, support: 'forbidden', admin });
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

const wanted = (appId: string) => ({
  idempotencyKey: randomUUID(),
  appId,
  number: '0086075586013388',
  numberType: 'number',
  callbackUrl: 'https://hooks.acme.com/in',
  reason: null,
  seen: null,
  source: 'form',
  restoresBindingId: null,
  sendUnchanged: false,
});
const nobody = '00000000-0000-4000-8000-000000000000';
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
  checkCredentials: { cells: adminOnly('ok'), ...asIs([{}]) },
  savePreferences: {
    cells: { ...signedOut, support: 'ok', admin: 'ok' },
    harmful: () => [{ zone: 'utc' }],
    harmless: () => [{}],
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

type RouteRow = { path(ground: Ground): string; cells: Cells };
const at = (path: string, cells: Cells): RouteRow => ({ path: () => path, cells });

/** Every page and route, as the build names them. */
export const routeRows: Record<string, RouteRow> = {
  '/': at('/', page({ support: '307 /history', admin: '307 /bind' })),
  '/bind': at('/bind', page({ support: '403', admin: '200' })),
  '/history': at('/history', page({ support: '200', admin: '200' })),
  '/history/[bindingId]': {
    path: ({ bindingId }) => `/history/${bindingId}`,
    cells: page({ support: '200', admin: '200' }),
  },
  '/people': at('/people', page({ support: '403', admin: '200' })),
  '/settings': at('/settings', page({ support: '200', admin: '200' })),
  '/sign-in': at('/sign-in', { ...entrance, support: '307 /history', admin: '307 /bind' }),
  '/setup': at('/setup?token=made-up', entrance),
  '/invitation': at('/invitation?token=made-up', entrance),
  '/api/health': at('/api/health', everybody('200')),
  '/api/bindings': at('/api/bindings', json),
  '/api/bindings/[bindingId]': { path: ({ bindingId }) => `/api/bindings/${bindingId}`, cells: json },
  // Callback URLs in full, for whoever may bind them again.
  '/api/bindings/suggestions': at('/api/bindings/suggestions', { ...json, support: '403' }),
  '/api/numbers/facts': at('/api/numbers/facts?app=1400000000&number=0086075586013388', json),
  // Next's own: never asked for by that name.
  '/_not-found': at('/_not-found', { ...everybody('404'), anonymous: toSignIn }),
  '/_global-error': at('/_global-error', everybody('404')),
};
