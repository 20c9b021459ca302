import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from '#e2e/attack/ask.ts';
import { callAction, codeOf, returnedBy } from '#e2e/attack/call.ts';
import { canaries, formsOf, hitsIn, needles } from '#e2e/attack/canaries.ts';
import { readRows, withDatabase } from '#e2e/attack/rows.ts';
import { admit, signInCookie } from '#e2e/attack/visitors.ts';
import { expect, test } from '#e2e/fixtures.ts';
import { wants } from '#lib/testing/bindings/wants.ts';
import { admin, type Console, serve } from '#lib/testing/console.ts';

// Threats 1 and 2: six canary secrets in six encodings, looked for in whatever leaves the process.

test.describe.configure({ mode: 'serial', timeout: 600_000 });

const sought = needles(new Date());
const seen: { where: string; text: string }[] = [];
let dataDir: string;
let running: Console;
let cookie: string;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  dataDir = await mkdtemp(join(tmpdir(), 'patchboard-canaries-'));
  const { secretId, secretKey, token } = canaries;
  running = await serve({
    dataDir,
    simulator: { secretId, secretKey, token, unlimited: true },
    env: {
      LOG_LEVEL: 'trace',
      AUTH_SECRET: canaries.authSecret,
      TENCENTCLOUD_SESSION_TOKEN: token,
      PATCHBOARD_ADMIN_PASSWORD: canaries.adminPassword,
      HTTPS_PROXY: `http://operator:${canaries.proxyPassword}@127.0.0.1:9`,
      NO_PROXY: '127.0.0.1,localhost',
    },
  });
  cookie = await signInCookie(running.origin, { email: admin.email, password: canaries.adminPassword });
});
test.afterAll(async () => {
  await running?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const look = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await ask(running.origin, { path, headers });
  seen.push({ where: `GET ${path}`, text: answer.body + JSON.stringify(answer.headers) });
};

let taken = 0;
/** Binds a number of its own, so that no attempt waits for another. */
async function bindOnce(number?: string) {
  taken += 1;
  const wanted = wants({ number: number ?? `0086075586${String(200_000 + taken)}`, numberType: null });
  const answer = await callAction(running.origin, 'bindNumber', [wanted], { cookie });
  seen.push({ where: 'bindNumber', text: answer.body });
  return returnedBy<{ binding: { id: string; state: string } }>(answer).binding;
}

test('a provider, or a machine in between, that repeats every secret it was sent', async () => {
  const { control } = running.simulator;
  for (const [name, secret] of Object.entries(canaries)) {
    for (const form of formsOf(secret)) {
      const message = `The ${name} ${form} is not right`;
      await control.addFault({
        fault: { kind: 'code', code: 'AuthFailure.SecretIdNotFound', message, applied: false },
      });
      const { state } = await bindOnce();
      expect(state, name).toBe('refused');
    }
  }
});

test('every fault of the simulator, and a key that was changed meanwhile', async () => {
  const { control } = running.simulator;
  const faults = [
    { kind: 'reset', applied: true },
    { kind: 'cut', applied: false, bytes: 20 },
    { kind: 'html', applied: false },
    { kind: 'status', applied: false, status: 500, body: 'error' },
    { kind: 'status', applied: false, status: 302, body: 'html', location: 'http://127.0.0.1:9/' },
    { kind: 'giant', applied: false, megabytes: 1 },
    { kind: 'gzip-bomb', applied: false, megabytes: 1 },
    { kind: 'skew', skewMs: 3_600_000 },
    { kind: 'close-idle-socket' },
    ...Array.from({ length: 12 }, (_, index) => ({
      kind: 'malformed' as const,
      applied: false,
      index: index * 17,
    })),
  ] as const;
  await Promise.all(
    faults.map(async (fault, index) => {
      const number = `0086075587${String(100_000 + index)}`;
      await control.addFault({ when: { number }, fault });
      await bindOnce(number);
    }),
  );
});

test('every page and payload, as both roles and as nobody', async () => {
  const support = await admit(running.origin, cookie, {
    name: 'Sue',
    email: 'sue@example.net',
    role: 'support',
  });
  const { id } = await bindOnce();
  const pages = ['/', '/bind', '/history', `/history/${id}`, `/history?entry=${id}`, '/people', '/sign-in'];
  const others = ['/setup', '/invitation', '/nope', '/api/health', '/api/bindings', `/api/bindings/${id}`];
  for (const each of [{ cookie }, { cookie: support.cookie }, {}]) {
    for (const path of [...pages, ...others]) {
      await look(path, each);
      await look(path, { ...each, rsc: '1' });
    }
  }
});

test('answers to what is malformed', async () => {
  for (const body of [
    '[{"$',
    '["$F1"]',
    '[{"__proto__":{"then":1}}]',
    `[{"name":"${'x'.repeat(500_000)}"}]`,
  ]) {
    const answer = await callAction(running.origin, 'addPerson', body, { cookie });
    seen.push({ where: 'malformed', text: answer.body });
  }
  const wrong = await callAction(running.origin, 'signIn', [
    { email: 'nobody@example.net', password: canaries.adminPassword, next: null },
  ]);
  expect(codeOf(wrong)).toBe('sign_in_failed');
  seen.push({ where: 'signIn', text: wrong.body });
});

test('none of it held a secret: answers, files for the browser, output, database', async () => {
  await running.stop();
  const rows = await withDatabase(dataDir, readRows);
  for (const [table, lines] of Object.entries(rows)) seen.push({ where: table, text: lines.join('\n') });
  seen.push({ where: 'the output', text: running.output() });
  for (const file of readdirSync('.next/static', { recursive: true, withFileTypes: true })) {
    if (file.isFile())
      seen.push({ where: file.name, text: readFileSync(join(file.parentPath, file.name), 'latin1') });
  }
  expect(seen.length).toBeGreaterThan(100);
  expect(rows.bindings?.length).toBeGreaterThan(50);
  const hits = seen.flatMap(({ where, text }) => hitsIn(text, sought).map((name) => `${where}: ${name}`));
  expect(hits).toEqual([]);
});

test('the search itself finds every form of every secret', () => {
  for (const secret of Object.values(canaries))
    for (const form of formsOf(secret)) expect(hitsIn(`… ${form} …`, sought)).not.toEqual([]);
});

test('a database that can not be reached is named without its password', async () => {
  const password = 'canary-database-password-Yt6hN4qS';
  const failed = serve({ env: { DATABASE_URL: `postgres://patchboard:${password}@127.0.0.1:9/patchboard` } });
  const message = await failed.then(
    () => 'it started',
    (error: Error) => error.message,
  );
  expect(message).toContain('ended before it was ready');
  for (const form of formsOf(password)) expect(message).not.toContain(form);
});
