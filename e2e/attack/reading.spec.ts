import { ask } from '#e2e/attack/ask.ts';
import { signInCookie } from '#e2e/attack/visitors.ts';
import { testOver } from '#e2e/data/past-console.ts';
import { pastBinding } from '#e2e/data/seed-bindings.ts';
import { expect } from '#e2e/fixtures.ts';
import { readingLimits } from '#lib/domain/reading-limits.ts';
import type { HistoryPage } from '#lib/history/view.ts';

// Threat: a stolen read-only session copies all of history through the API, without an export.

const rows = 10_600;
const test = testOver(
  Array.from({ length: rows }, (_, at) =>
    pastBinding(new Date(Date.parse('2026-01-01T00:00:00Z') + at * 1000).toISOString(), {
      number: `00861380${String(at).padStart(7, '0')}`,
    }),
  ),
);
test.describe.configure({ timeout: 300_000 });

test('who reads on and on by the API is recorded and has to wait, whatever session and route, and the screen goes on by itself', async ({
  supportPage: page,
  support,
  adminPage,
  console: { origin },
}) => {
  const person = { email: support.email, password: support.password };
  const cookie = await signInCookie(origin, person);
  const get = (path: string) => fetch(`${origin}${path}`, { headers: { cookie } });
  let given = 0;
  let refused: Response | null = null;
  for (let after: string | null = ''; after !== null && refused === null; ) {
    const answer = await get(`/api/bindings?size=100${after && `&after=${encodeURIComponent(after)}`}`);
    if (answer.status === 429) refused = answer;
    else {
      const found = (await answer.json()) as HistoryPage;
      given += found.rows.length;
      after = found.nextCursor;
    }
  }
  expect(given).toBe(readingLimits.rows.lists);
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(400);
  expect(await refused?.json()).toMatchObject({ problem: { code: 'reading_paced' } });

  // The oldest rows, which were not given yet, by every other way to read them.
  const oldest = '0086138000000';
  for (const path of [
    '/api/bindings?order=asc&size=100',
    '/api/numbers?size=100',
    `/api/numbers/1400000000/${oldest}00/timeline`,
    `/api/numbers/facts?app=1400000000&number=${oldest}01`,
  ])
    expect([path, (await get(path)).status]).toEqual([path, 429]);
  const another = await signInCookie(origin, person);
  expect(
    (await ask(origin, { path: '/api/bindings?order=asc&size=50', headers: { cookie: another } })).status,
  ).toBe(429);

  await page.goto(`${origin}/history?order=asc`);
  await expect(page.getByRole('status').filter({ hasText: 'Very many rows were read here' })).toBeVisible();
  await page.goto(`${origin}/numbers/1400000000/${oldest}00`);
  await expect(
    page.getByRole('heading', { name: 'Very many rows were read here in ten minutes' }),
  ).toBeVisible();

  await adminPage.goto(`${origin}/audit-log`);
  const recorded = adminPage.getByRole('row', { name: 'Read 10,000 rows of history and numbers' });
  await expect(recorded).toContainText(support.name);
  // Others read on.
  await adminPage.goto(`${origin}/history?order=asc`);
  await expect(adminPage.getByRole('row').nth(1)).toContainText('138');
});
