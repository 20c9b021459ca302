import { type Answer, ask } from '#e2e/attack/ask.ts';
import { builtAction, builtActions, builtRoutes } from '#e2e/attack/build-lists.ts';
import { callAction, codeOf } from '#e2e/attack/call.ts';
import { type Laid, layGround } from '#e2e/attack/data.ts';
import { actionRows, groundNumber, routeRows, type ViewerName, viewers } from '#e2e/attack/matrix.ts';
import { type Rows, readRows, withDatabase } from '#e2e/attack/rows.ts';
import { expect, test } from '#e2e/fixtures.ts';
import { type Console, serve } from '#lib/testing/console.ts';

// Threats 3, 4, 6 and 9: what each kind of viewer gets from each action and each route of the build.

test.describe.configure({ mode: 'serial', timeout: 600_000 });

let laid: Laid;
let running: Console;
test.beforeAll(async () => {
  test.setTimeout(600_000);
  laid = await layGround();
  running = await serve({ dataDir: laid.dataDir, port: laid.port });
});
test.afterAll(async () => {
  await running?.stop();
  await laid?.remove();
});

const headersOf = (viewer: ViewerName): Record<string, string> => {
  const cookie = laid.cookies[viewer];
  return cookie ? { cookie } : {};
};

test('every action and route of the build has a row here, and every row is of the build', () => {
  expect(Object.keys(actionRows).sort()).toEqual(
    builtActions()
      .map(({ name }) => name)
      .sort(),
  );
  expect(Object.keys(routeRows).sort()).toEqual(builtRoutes().sort());
});

const refusals: Record<string, number> = { signed_out: 401, forbidden: 403 };
const rows = Object.entries(actionRows).filter(([name]) => name !== 'signOut');

for (const [name, row] of rows) {
  test(`${name}: each viewer gets what is theirs, at every path and as a plain form`, async () => {
    for (const viewer of viewers) {
      const expected = row.cells[viewer];
      const args = refusals[expected] ? row.harmful(laid.ground) : row.harmless(laid.ground);
      const { id, pages } = builtAction(name);
      for (const path of pages.map(pathOf)) {
        const answer = await callAction(running.origin, name, args, { cookie: laid.cookies[viewer], path });
        const got = `${viewer} at ${path}: ${answer.status} ${codeOf(answer)}`;
        expect(got).toMatch(new RegExp(`(${expected}|sign_in_throttled)$`));
        if (refusals[expected]) expect(answer.status).toBe(refusals[expected]);
      }
      for (const path of ['/nope', '/api/bindings', '/favicon-nope', '/fonts/x', '/_next/static/x']) {
        const answer = await callAction(running.origin, name, args, { cookie: laid.cookies[viewer], path });
        expect([400, 401, 403, 404, 405, 409], `${viewer} at ${path}`).toContain(answer.status);
        expect(['no result', expected], `${viewer} at ${path}`).toContain(codeOf(answer));
      }
      const form = await ask(running.origin, asForm(id, args, headersOf(viewer), pages[0] ?? '/'));
      expect(form.status, `${viewer} with a plain form`).toBeLessThan(500);
      if (refusals[expected]) expect(form.body).not.toContain('"ok":true');
    }
  });
}

/** A page of the build at the ground's own binding and number. */
const pathOf = (page: string): string =>
  page.replace('[bindingId]', laid.ground.bindingId).replace('[appId]/[number]', groundNumber);

/** As a browser without JavaScript posts an action: no Next-Action header, the id in a field's name. */
const asForm = (id: string, args: unknown[], headers: Record<string, string>, path: string) => {
  const field = (name: string, value: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const fields = Object.entries((args[0] ?? {}) as object).map(([key, value]) => field(key, String(value)));
  const type = 'multipart/form-data; boundary=x';
  return {
    method: 'POST',
    path,
    headers: { ...headers, origin: running.origin, 'content-type': type },
    body: `${field(`$ACTION_ID_${id}`, '')}${fields.join('')}--x--\r\n`,
  };
};

for (const [route, { path, cells }] of Object.entries(routeRows)) {
  test(`GET ${route}: each viewer gets what is theirs, as a page and as a payload`, async () => {
    for (const viewer of viewers) {
      const target = path(laid.ground);
      const answer = await ask(running.origin, { path: target, headers: headersOf(viewer) });
      expect(`${viewer}: ${shortly(answer)}`).toBe(`${viewer}: ${cells[viewer]}`);
      if (cells[viewer].startsWith('2')) continue;
      for (const headers of disguises) {
        const disguised = await ask(running.origin, {
          path: target,
          headers: { ...headersOf(viewer), ...headers },
        });
        // An answer may name what it was asked for, as the way to sign-in does that leads back, and nothing else.
        const asked = target.match(/\d{12,}/g) ?? [];
        const told = asked.reduce((text, digits) => text.replaceAll(digits, ''), disguised.body);
        expect(told, `${viewer} with ${JSON.stringify(headers)}`).not.toMatch(confidential);
        expect(disguised.headers['content-security-policy']).toContain("default-src 'none'");
      }
    }
  });
}

/** Ways that were found to lead past a proxy in front of the pages. */
const disguises: Record<string, string>[] = [
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1', purpose: 'prefetch' },
  { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  { 'x-middleware-subrequest': 'src/proxy:src/proxy:src/proxy:src/proxy:src/proxy' },
  { 'x-matched-path': '/people', 'x-invoke-path': '/people', 'x-now-route-matches': '1=people' },
  { 'x-original-url': '/people', 'x-rewrite-url': '/people' },
  { 'x-patchboard-path': '/people', 'x-patchboard-peer': '10.0.0.1' },
  { 'x-http-method-override': 'POST' },
];

/** What nobody may read who was sent away: people, numbers, URLs, provider facts. */
const confidential =
  /(ada|disabled|expired|invited)@example\.net|00860755|hooks\.acme|maskedSecretId|Main line/;

const shortly = ({ status, headers }: Answer): string =>
  headers.location ? `${status} ${headers.location.split('?')[0]}` : String(status);

test('signing out ends the own session and no other', async () => {
  const all = await Promise.all(
    (['support', 'admin'] as const).map((viewer) =>
      ask(running.origin, { path: '/api/bindings', headers: headersOf(viewer) }),
    ),
  );
  expect(all.map(({ status }) => status)).toEqual([200, 200]);
  const anonymous = await callAction(running.origin, 'signOut', []);
  expect(anonymous.status).toBeLessThan(400);
  await callAction(running.origin, 'signOut', [], { cookie: laid.cookies.support });
  const after = await ask(running.origin, { path: '/api/bindings', headers: headersOf('support') });
  expect(after.status).toBe(401);
  const other = await ask(running.origin, { path: '/api/bindings', headers: headersOf('admin') });
  expect(other.status).toBe(200);
});

test('after all of it nothing was bound at the provider, and the database holds what it held', async () => {
  const reads = builtAction('checkCredentials').pages.length;
  const sent = (await running.simulator.control.log()).map(({ action }) => action);
  // The admin's own checks of the key, one a page, are let in and only read.
  expect(sent).toEqual(Array(Math.min(sent.length, reads + 1)).fill('DescribeNumbers'));
  await running.stop();
  const after = await withDatabase(laid.dataDir, readRows);
  expect(lasting(after)).toEqual(lasting(laid.before));
  // Who was denied a batch stands in the records, in full or as a number, and nobody else does.
  const denied = (after.events ?? []).filter(isDenied);
  const counts = after.event_counts ?? [];
  for (const act of ['start', 'retry', 'stopped']) {
    const isRecorded = denied.some((row) => row.includes(`"act": "${act}"`));
    const isCounted = counts.some((row) => row.includes(`"denied:${laid.ground.supportId}:${act}"`));
    expect(isRecorded || isCounted, act).toBe(true);
  }
  expect(denied.filter((row) => !row.includes(`"actor_id": "${laid.ground.supportId}"`))).toEqual([]);
});

const isDenied = (event: string) => event.includes('"kind": "denied"');
const isTrace = (event: string) => /"kind": "(denied|counted|signIn|check)"/.test(event);

/** Without what is recorded by design: refusals, tries to sign in, sign-outs, checks of the key; ended sessions; and without the server's signs of life. */
const lasting = ({
  session: _sessions,
  sign_in_tries: _tries,
  sign_in_guesses: _guesses,
  event_counts: _counts,
  home: _beats,
  reading_budgets: _read,
  bindings = [],
  events = [],
  ...rest
}: Rows) => ({
  ...rest,
  events: events.filter((row) => !isTrace(row)),
  bindings: bindings.filter((row) => !row.includes('"state": "denied"')),
});
