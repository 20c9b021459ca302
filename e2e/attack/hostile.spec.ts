import { randomUUID } from 'node:crypto';
import { ask } from '#e2e/attack/ask.ts';
import { callAction, codeOf, returnedBy } from '#e2e/attack/call.ts';
import { type HostileCase, hostileCases } from '#e2e/attack/hostile-cases.ts';
import { markup, queries } from '#e2e/attack/hostile-values.ts';
import { actionRows } from '#e2e/attack/matrix.ts';
import { retryOn429 } from '#e2e/attack/retry-on-429.ts';
import { admit, signInCookie } from '#e2e/attack/visitors.ts';
import { watchForScripts } from '#e2e/attack/watch.ts';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import { wants } from '#lib/testing/bindings/wants.ts';
import { admin, apps, type Console, serve } from '#lib/testing/console.ts';

// Threats 14-16, 22 and 25-29: input that means harm, in every place that takes input.
// Replay a failure with the seed it prints: HOSTILE_SEED=… HOSTILE_COUNT=…

test.describe.configure({ mode: 'serial', timeout: 600_000 });

const seed = Number(process.env.HOSTILE_SEED ?? Math.floor(Math.random() * 2 ** 31));
const count = Number(process.env.HOSTILE_COUNT ?? 5_000);
/** Requests at once: more only wait for each other. */
const width = 8;
const largestApp = String(Number.MAX_SAFE_INTEGER);

let running: Console;
let cookie: string;
/** One for each worker of the long test: the pace of writes is a person's. */
let cookies: string[];
test.beforeAll(async () => {
  test.setTimeout(600_000);
  running = await serve({
    env: { CCC_SDK_APPS: `${apps},${largestApp}=Largest` },
    simulator: { unlimited: true },
  });
  cookie = await signInCookie(running.origin);
  cookies = [cookie];
  for (let n = 1; n < width; n += 1) {
    const person = { name: `Admin ${n}`, email: `admin${n}@example.net`, role: 'admin' } as const;
    cookies.push((await admit(running.origin, cookie, person)).cookie);
  }
});
test.afterAll(async () => {
  await running?.stop();
});

let taken = Math.floor(Math.random() * 400_000);
/** Well formed for a number of its own; a test spoils what it is about. */
function wanted(rest: Record<string, unknown> = {}) {
  taken += 1;
  const number = `0086075586${String(100_000 + taken)}`;
  return { ...wants({ number, numberType: null }), ...rest };
}
const bind = (rest: Record<string, unknown> = {}) =>
  callAction(running.origin, 'bindNumber', [wanted(rest)], { cookie });

/** What is wrong with how a case was answered; null where it was answered as it should be. */
async function complaint(each: HostileCase, cookie: string): Promise<string | null> {
  if (each.channel === 'get') {
    const { status, body } = await ask(running.origin, { path: each.path, headers: { cookie } });
    return status >= 500 || status === 429 || body.includes('"unexpected"')
      ? `${status} ${body.slice(0, 200)}`
      : null;
  }
  if (each.channel === 'action') {
    const answer = await callAction(running.origin, each.name, each.args, { cookie });
    const { status, body } = answer;
    return status >= 500 || ['unexpected', 'too_many_requests'].includes(codeOf(answer))
      ? `${status} ${body.slice(-200)}`
      : null;
  }
  const subject = wanted();
  const fault = { kind: 'code', code: each.code, message: each.message, applied: false } as const;
  await running.simulator.control.addFault({ when: { number: subject.number }, fault, times: null });
  const answer = await callAction(running.origin, 'bindNumber', [subject], { cookie });
  const { state } = returnedBy<{ binding: { state: string } }>(answer).binding;
  return state === 'refused' || state === 'unknown' ? null : state;
}

test('thousands of hostile inputs are answered, none by a crash', async () => {
  console.log(`hostile inputs: HOSTILE_SEED=${seed} HOSTILE_COUNT=${count}`);
  const cases = hostileCases({ seed, count });
  const complaints: string[] = [];
  let next = 0;
  const worker = async (cookie: string) => {
    while (next < cases.length) {
      const index = next;
      next += 1;
      const each = cases[index];
      if (!each) return;
      const found = await retryOn429(() => complaint(each, cookie));
      if (found) complaints.push(`#${index} ${JSON.stringify(each).slice(0, 600)} -> ${found}`);
    }
  };
  await Promise.all(cookies.map(worker));
  const logged = running
    .output()
    .split('\n')
    .filter((line) => line.includes('"unexpected"'));
  expect(complaints, logged.slice(0, 3).join('\n')).toEqual([]);
  expect(running.process.exitCode).toBeNull();
  expect(running.output()).not.toMatch(/"unexpected"|unhandled|uncaught/i);
  expect((await ask(running.origin, { path: '/api/health' })).body).toBe('{"status":"ok"}');
});

test('what was not asked for is refused in every action: rights, owners, outcomes, prototypes', async () => {
  for (const [name, row] of Object.entries(actionRows)) {
    if (name === 'signOut') continue;
    const ids = {
      supportId: randomUUID(),
      adminId: randomUUID(),
      invitedId: randomUUID(),
      bindingId: randomUUID(),
    };
    const good = JSON.stringify(row.harmless(ids)[0]).slice(1, -1);
    for (const extra of ['"userId":"1"', '"isAdmin":true', '"state":"bound"', '"constructor":{}']) {
      const answer = await callAction(running.origin, name, `[{${good},${extra}}]`, { cookie });
      expect([400, codeOf(answer)], `${name} ${extra}`).toEqual([
        answer.status,
        expect.stringMatching(/^(invalid_input|no result)$/),
      ]);
    }
    // React leaves this key out while it reads; whatever is said to the rest, nothing may come of it.
    const polluted = await callAction(running.origin, name, `[{"__proto__":{"ok":true},${good}}]`, {
      cookie,
    });
    // An action that only reads may as well read.
    if (row.cells.admin !== 'ok') expect(codeOf(polluted), name).not.toBe('ok');
  }
});

test('the digits of an app are signed and sent as they are, and nothing else counts as an app', async () => {
  for (const appId of [largestApp, '1400000000']) {
    const { number } = wanted();
    await bind({ appId, number });
    const entry = (await running.simulator.control.log()).find((each) => each.number === number);
    const body = Buffer.from(entry?.bodyBase64 ?? '', 'base64').toString();
    expect(entry?.verdict).not.toMatch(/Signature/);
    expect(body).toMatch(new RegExp(`"SdkAppId":${appId}[,}]`));
  }
  const odd = [
    '1e9',
    '0x53724E00',
    '-0',
    '01400000000',
    '1400000000.0',
    '+1400000000',
    ' 1400000000',
    '１４００００００００',
  ];
  for (const appId of [...odd, '9007199254740993', '1400000001\n', 1400000000, null, ['1400000000']])
    expect(codeOf(await bind({ appId })), String(appId)).not.toBe('ok');
});

test('`%`, `_`, `\\` and every piece of SQL are looked for as they stand', async () => {
  const reasons = [...queries, 'nothing of the kind'].filter((text) => !/\d/.test(text));
  for (const reason of reasons) expect(codeOf(await bind({ reason: `«${reason}»` }))).toBe('ok');
  for (const query of reasons) {
    const q = encodeURIComponent(`«${query}`);
    const { body } = await ask(running.origin, {
      path: `/api/bindings?size=100&q=${q}`,
      headers: { cookie },
    });
    const { rows } = JSON.parse(body) as { rows: { reason: string }[] };
    const literal = reasons.filter((reason) => `«${reason}»`.includes(`«${query}`));
    expect(rows.map(({ reason }) => reason).sort(), query).toEqual(literal.map((each) => `«${each}»`).sort());
  }
});

test('addresses that a browser or a server could run or repair are not bound', async () => {
  const urls = [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    'java\tscript:alert(1)',
  ];
  const repaired = [
    'https:\\\\h.acme.com',
    'https:h.acme.com',
    ' https://h.acme.com/',
    'https://h.acme.com/#x',
    'https://аpple.com/',
  ];
  const inner = [
    'https://127.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://169.254.0.23/',
    'https://u:p@h.acme.com/',
  ];
  const before = (await running.simulator.control.log()).length;
  for (const callbackUrl of [...urls, ...repaired, ...inner, `https://h.acme.com/${'x'.repeat(2_000)}`])
    expect(codeOf(await bind({ callbackUrl })), callbackUrl).toMatch(/^url_/);
  expect((await running.simulator.control.log()).length).toBe(before);
});

test('what was stored is shown as text: in history, in entries, among people, in the address bar', async ({
  page,
}) => {
  const ids: string[] = [];
  for (const text of markup) {
    const subject = wanted({
      reason: text,
      callbackUrl: new URL(`https://hooks.acme.com/?x=${encodeURIComponent(text)}`).href,
    });
    const fault = { kind: 'code', code: `Failed.${text}`, message: text, applied: false } as const;
    await running.simulator.control.addFault({ when: { number: subject.number }, fault });
    const answer = await callAction(running.origin, 'bindNumber', [subject], { cookie });
    ids.push(returnedBy<{ binding: { id: string } }>(answer).binding.id);
    const person = { name: text, email: `${randomUUID()}@example.net`, role: 'support' };
    expect(codeOf(await callAction(running.origin, 'addPerson', [person], { cookie }))).toBe('ok');
  }
  const watched = await watchForScripts(page);
  await signIn(page, running.origin, admin);
  const q = encodeURIComponent(markup[1] ?? '');
  const entries = ids.slice(0, 6).map((id) => `/history/${id}`);
  for (const path of [
    '/history?size=100',
    '/people',
    `/history?q=${q}`,
    `/history?entry=${ids[1]}`,
    `/nope/${q}`,
    ...entries,
  ]) {
    await page.goto(running.origin + path);
    await expect(page.getByRole('main'), path).toBeVisible({ timeout: 30_000 });
    expect(await watched.findings(), path).toEqual([]);
  }
  await page.goto(`${running.origin}/history?size=100`);
  await expect(page.getByText('"><img src=x onerror=alert(1)>').first()).toBeVisible();
});

test('the bind form keeps what was typed, runs none of it, and says what is wrong', async ({ page }) => {
  const watched = await watchForScripts(page);
  await signIn(page, running.origin, admin);
  await page.goto(`${running.origin}/bind`);
  // A text field has one line, and a browser shows no control characters in it.
  const typed = hostileCases({ seed, count: 400 })
    .flatMap((each) => (each.channel === 'answer' ? [each.message, each.code] : []))
    .concat(markup)
    .map((text) => text.replace(/\p{C}/gu, '').slice(0, 400))
    .filter((text) => text.trim() !== '')
    .slice(0, 20);
  for (const text of typed) {
    const fields = ['Number', 'Callback URL', 'Reason or ticket'].map((name) =>
      page.getByRole('textbox', { name, exact: true }),
    );
    for (const field of fields) await field.fill(text);
    await page.getByRole('button', { name: 'Review binding' }).click();
    for (const field of fields) await expect(field).toHaveValue(text);
    expect(await watched.findings(), text).toEqual([]);
  }
});
