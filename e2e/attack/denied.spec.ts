import { callAction, codeOf, secondsIn } from '#e2e/attack/call.ts';
import { admit, password, signInCookie } from '#e2e/attack/visitors.ts';
import { expect, test } from '#e2e/fixtures.ts';
import { wants } from '#lib/testing/bindings/wants.ts';

// A person without rights who asks for change after change, through two sessions: history keeps ten rows, and a number.

test.describe.configure({ mode: 'serial', timeout: 300_000 });

const support = { name: 'Flo Flood', email: 'flo@example.net', role: 'support' } as const;
const times = 300;

test('a flood of denied attempts is slowed down by person, leaves ten rows, and the rest is a number', async ({
  adminPage: page,
  console: { origin },
}) => {
  const adminCookie = await signInCookie(origin);
  const first = (await admit(origin, adminCookie, support)).cookie;
  const second = await signInCookie(origin, { email: support.email, password });
  const change = (n: number) =>
    wants({ number: `00860755861${String(10_000 + n)}`, reason: '☎'.repeat(500) });
  const answers = await Promise.all(
    Array.from({ length: times }, (_, n) => {
      const cookie = n % 2 === 0 ? first : second;
      return callAction(origin, 'bindNumber', [change(n)], { cookie, hasty: true });
    }),
  );
  const codes = answers.map(codeOf);
  const denied = codes.filter((code) => code === 'forbidden').length;
  expect(new Set(codes)).toEqual(new Set(['forbidden', 'too_many_requests']));
  // A window of the pace may end while they come.
  expect(denied).toBeLessThan(times);
  const refused = answers.find((answer) => codeOf(answer) === 'too_many_requests');
  expect(refused?.status).toBe(429);
  expect(refused && secondsIn(refused)).toBeLessThanOrEqual(10);

  await page.goto(`${origin}/history`);
  const rows = page.getByRole('row').filter({ hasText: support.name });
  const note = page.getByText(`${denied} denied attempts are not listed here`);
  await expect(note).toBeVisible();
  await expect(rows).toHaveCount(0);
  await page.getByRole('button', { name: 'Show denied attempts' }).click();
  await expect(page).toHaveURL(/outcome=denied/);
  await expect(rows).toHaveCount(10);
  await expect(
    page.getByText(`And ${denied - 10} more denied attempts that were only counted`),
  ).toBeVisible();

  await page.goto(`${origin}/audit-log`);
  const counted = page.getByRole('main').getByText(`Denied ${denied - 10} more times in the hour from`);
  await expect(counted).toHaveCount(1);

  const { bytes, largest } = await page.evaluate(async () => {
    const answer = await fetch('/api/bindings?outcome=denied&size=100');
    const { rows: found } = (await answer.json()) as { rows: unknown[] };
    const sizes = found.map((row) => new Blob([JSON.stringify(row)]).size);
    return { bytes: sizes.reduce((sum, size) => sum + size), largest: Math.max(...sizes) };
  });
  console.log(`${denied} denied attempts: ${bytes} bytes of rows, the largest ${largest}`);
  expect(largest).toBeLessThan(4_000);

  // Another person is not held up, and the same one may go on when told.
  const seconds = Math.max(...answers.map(secondsIn).filter((each) => !Number.isNaN(each)));
  expect(codeOf(await callAction(origin, 'bindNumber', [change(times)], { cookie: adminCookie }))).toBe('ok');
  await expect(async () => {
    const again = await callAction(origin, 'bindNumber', [change(times + 1)], { cookie: first, hasty: true });
    expect(codeOf(again)).toBe('forbidden');
  }).toPass({ timeout: (seconds + 5) * 1_000 });
});

const malformed: Record<string, [action: string, args: unknown[], right: string]> = {
  'a bind without an argument': ['bindNumber', [], 'bind numbers'],
  'a bind with an unknown key': [
    'bindNumber',
    [{ ...wants({ number: '0086075586110000' }), surprise: true }],
    'bind numbers',
  ],
  'a bind of no number': ['bindNumber', [wants({ number: 'not a number' })], 'bind numbers'],
  'a bind of an app that is none': [
    'bindNumber',
    [wants({ number: '0086075586110000', appId: 'x' })],
    'bind numbers',
  ],
  'a repeat of nothing': ['repeatBinding', [{ bindingId: 'nothing', afterAttempt: 0 }], 'bind numbers'],
  'a repeat of a binding that does not exist': [
    'repeatBinding',
    [{ bindingId: '00000000-0000-4000-8000-000000000000', afterAttempt: 1 }],
    'bind numbers',
  ],
  'a batch of text': ['startBatch', ['all of them'], 'run batches'],
  'a stop of nothing': ['changeBatch', [{}], 'run batches'],
  'a retry of nothing': ['retryBatch', [{ batchId: null }], 'run batches'],
};

test('a malformed request of somebody without the right is refused and recorded like any other', async ({
  adminPage: page,
  console: { origin },
}) => {
  const mo = { name: 'Mo Malformed', email: 'mo@example.net', role: 'support' } as const;
  const { cookie } = await admit(origin, await signInCookie(origin), mo);
  const answers: unknown[] = [];
  for (const [what, [action, args]] of Object.entries(malformed)) {
    const answer = await callAction(origin, action, args, { cookie });
    answers.push([what, answer.status, codeOf(answer)]);
  }
  expect(answers).toEqual(Object.keys(malformed).map((what) => [what, 403, 'forbidden']));
  await page.goto(`${origin}/audit-log?group=denied&q=${encodeURIComponent(mo.email)}`);
  const recorded = page.getByRole('cell', { name: /^Denied: asked for something without the right to/ });
  const rights = Object.values(malformed).map(([, , right]) => right);
  await expect(recorded).toHaveText(
    rights.toReversed().map((right) => `Denied: asked for something without the right to ${right}`),
  );
});
