import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { ask } from '#e2e/attack/ask.ts';
import { builtAction } from '#e2e/attack/build-lists.ts';
import { callAction, codeOf, flightHeaders } from '#e2e/attack/call.ts';
import { signInCookie } from '#e2e/attack/visitors.ts';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import { admin } from '#lib/testing/console.ts';

// Threats 7, 8, 17 and 18: what the outside of every answer looks like, and who may post.

test.describe.configure({ mode: 'serial', timeout: 600_000 });

let cookie: string;
test.beforeAll(async ({ console: running }) => {
  test.setTimeout(600_000);
  cookie = await signInCookie(running.origin);
});

const someone = (name: string) => [{ name, email: `${name}@example.net`, role: 'admin' }];
const peopleOf = async (origin: string) =>
  (await ask(origin, { path: '/people', headers: { cookie } })).body.match(/[a-z]+@example\.net/g) ?? [];

test('a post that does not come from the console itself is refused, with the admin’s cookie and a right id', async ({
  console: { origin },
}) => {
  const { port } = new URL(origin);
  const { id } = builtAction('addPerson');
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: '' },
    { origin: 'not a url' },
    { origin: `${origin}.evil.example` },
    { origin: `${origin}@evil.example` },
    { origin: `http://localhost:${Number(port) + 1}` },
    { origin: `https://localhost:${port}` },
    { origin: `http://evil.localhost:${port}` },
    { origin: origin.toUpperCase() },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', host: 'evil.example' },
    { origin: 'https://evil.example', forwarded: 'host=evil.example', 'x-forwarded-host': 'evil.example' },
  ];
  for (const path of ['/people', '/', '/favicon.svg', '/favicon-x', '/fonts/x', '/_next/static/x', '/nope']) {
    for (const headers of foreign) {
      const answer = await ask(origin, {
        method: 'POST',
        path,
        headers: { ...flightHeaders(origin, id), cookie, ...headers },
        body: JSON.stringify(someone('mallory')),
      });
      expect([403, 405], `${path} ${JSON.stringify(headers)}`).toContain(answer.status);
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    }
    const { origin: _origin, ...withoutOrigin } = flightHeaders(origin, id);
    const answer = await ask(origin, {
      method: 'POST',
      path,
      headers: { ...withoutOrigin, cookie },
      body: JSON.stringify(someone('mallory')),
    });
    expect([403, 405]).toContain(answer.status);
  }
  expect(await peopleOf(origin)).not.toContain('mallory@example.net');
});

test('the same post from the console itself is let in, so that the test above proves something', async ({
  console: { origin },
}) => {
  const answer = await callAction(origin, 'addPerson', someone('grace'), { cookie });
  expect(codeOf(answer)).toBe('ok');
  expect(await peopleOf(origin)).toContain('grace@example.net');
});

test('other methods, lengths, types and ids than an action’s are refused plainly', async ({
  console: { origin },
}) => {
  const post = (headers: Record<string, string>, body?: string) =>
    ask(origin, {
      method: 'POST',
      path: '/people',
      headers: { ...flightHeaders(origin, builtAction('addPerson').id), cookie, ...headers },
      ...(body === undefined ? {} : { body }),
    });
  const statuses = {
    chunked: (await post({ 'transfer-encoding': 'chunked' })).status,
    tooLong: (await post({}, `["${'x'.repeat(1_200_000)}"]`)).status,
    json: (await post({ 'content-type': 'application/json' }, '[]')).status,
    garbageId: (await post({ 'next-action': '__proto__' }, '[]')).status,
    unknownId: (await post({ 'next-action': 'a'.repeat(42) }, '[]')).status,
  };
  expect(statuses).toEqual({ chunked: 411, tooLong: 413, json: 415, garbageId: 400, unknownId: 409 });
  for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'CONNECT'])
    expect((await ask(origin, { method, headers: { cookie } }).catch(() => null))?.status ?? 405).toBe(405);
});

test('a host that is not ours is never called, whatever the request says', async ({
  console: { origin },
}) => {
  let calls = 0;
  const stranger = createTcpServer(() => {
    calls += 1;
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(stranger.address() as AddressInfo).port}`;
  for (const path of ['/', '/sign-in', '/people']) {
    for (const own of [origin, `http://${host}`]) {
      for (const name of ['addPerson', 'signOut']) {
        await callAction(origin, name, someone('eve'), {
          path,
          headers: { host, origin: own, 'x-forwarded-host': host, 'x-forwarded-proto': 'http' },
        });
      }
    }
    const page = await ask(origin, { path, headers: { host, cookie } });
    expect(JSON.stringify(page.headers)).not.toContain(host);
  }
  stranger.close();
  expect(calls).toBe(0);
});

const outside = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options',
] as const;

test('every answer is dressed: 200, 3xx, 4xx, pages, routes, files, refusals', async ({
  console: { origin },
}) => {
  const paths = ['/', '/bind', '/history', '/people', '/sign-in', '/setup', '/invitation', '/nope'];
  const others = ['/api/health', '/api/bindings', '/api/nope', '/favicon.svg', '/%', '/_next/x', '//bind'];
  for (const headers of [{}, { cookie }, { cookie, rsc: '1' }, { purpose: 'prefetch', rsc: '1' }]) {
    for (const path of [...paths, ...others]) {
      const answer = await ask(origin, { path, headers });
      for (const name of outside) expect(answer.headers[name], `${name} of ${path}`).toBeTruthy();
      expect(answer.headers).not.toHaveProperty('x-powered-by');
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
      if ('cookie' in headers && answer.status === 200 && path !== '/favicon.svg')
        expect(answer.headers['cache-control'], path).toContain('no-store');
      expect(answer.status, path).toBeLessThan(500);
    }
  }
});

test('the nonce of the policy is new each time, and nothing inbound gets into it', async ({
  console: { origin },
}) => {
  const forged = {
    'content-security-policy': "script-src 'nonce-forged\"><script>alert(1)</script>'",
    'content-security-policy-report-only': "script-src 'nonce-forged'",
    'x-nonce': 'forged',
  };
  const nonces = new Set<string>();
  for (let load = 0; load < 5; load += 1) {
    const answer = await ask(origin, { path: '/sign-in', headers: forged });
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'nonce-[A-Za-z0-9+/=]{22,}' 'strict-dynamic'(;|$)/);
    for (const part of [
      "base-uri 'none'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ])
      expect(policy).toContain(part);
    expect(policy).not.toContain('unsafe');
    expect(answer.body + JSON.stringify(answer.headers)).not.toContain('forged');
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '');
  }
  expect(nonces.size).toBe(5);
});

test('a page of another origin, and a sandboxed frame, that post a form have no effect', async ({
  console: { origin },
  page,
}) => {
  await signIn(page, origin, admin);
  const { id } = builtAction('addPerson');
  const attack = `<form id=f method=post enctype="multipart/form-data" action="${origin}/people">
    <input name="$ACTION_ID_${id}"><input name=name value=trudy><input name=email value="trudy@example.net">
    <input name=role value=admin></form><script>
    fetch("${origin}/people", { method: 'POST', mode: 'no-cors', credentials: 'include',
      headers: { 'content-type': 'text/plain' }, body: '[]' }).catch(() => {}).finally(() => f.submit());</script>`;
  const hostile: Server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(
      request.url === '/framed'
        ? `<iframe sandbox="allow-scripts allow-forms" srcdoc='${attack.replaceAll("'", '&apos;')}'></iframe>
           <iframe src="${origin}/people"></iframe>`
        : attack,
    );
  });
  await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(hostile.address() as AddressInfo).port}`;
  for (const path of ['/', '/framed']) {
    // A page each: the form of the first would take the second away while it loads. A busy browser does not always tell of it.
    let tab = page;
    await expect(async () => {
      tab = await page.context().newPage();
      const posted = tab.waitForRequest(
        (request) =>
          request.url() === `${origin}/people` &&
          request.method() === 'POST' &&
          request.isNavigationRequest(),
        { timeout: 20_000 },
      );
      await tab.goto(base + path).catch(() => {});
      // An answer without a body is to the browser no page, and then it does not always tell its status.
      expect([403, undefined]).toContain((await (await posted).response().catch(() => null))?.status());
    }).toPass();
    // The browser shows its own error in the place of a page that will not be framed.
    const shown = () => tab.frames().map((frame) => frame.url());
    if (path === '/framed') {
      const refusal = expect.stringMatching(/^chrome-error:/);
      await expect.poll(shown, { timeout: 60_000 }).toContainEqual(refusal);
    }
  }
  hostile.closeAllConnections();
  hostile.close();
  expect(await peopleOf(origin)).not.toContain('trudy@example.net');
});
