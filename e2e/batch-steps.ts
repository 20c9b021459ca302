import { expect, type Page } from 'playwright/test';
import { callAction, returnedBy } from '#e2e/attack/call.ts';
import { wantsBatch } from '#lib/bulk/test-wants.ts';

/** Landlines in a row, in their sent form: `00860755861` and five figures. */
export const landlines = (first: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `00860755861${String(first + index).padStart(5, '0')}`);

const cookieOf = async (page: Page): Promise<string> =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

type Lines = { numbers: readonly string[]; url: string; title?: string };

/** Starts a batch as the page after a dry run would, of numbers that were never set; gives its id. */
export async function startBatch(
  page: Page,
  origin: string,
  { numbers, url, title }: Lines,
): Promise<string> {
  const lines = numbers.map((number) => ({ number, callbackUrl: url }));
  const input = wantsBatch(lines, { title: title ?? null });
  const answer = await callAction(origin, 'startBatch', [input], { cookie: await cookieOf(page) });
  return returnedBy<{ batchId: string }>(answer).batchId;
}

/** Starts one and opens its page. */
export async function openNewBatch(page: Page, origin: string, lines: Lines): Promise<string> {
  const id = await startBatch(page, origin, lines);
  await page.goto(`${origin}/bulk/${id}`);
  return id;
}

/** The tile of a state, which is also the filter of the lines. */
export const tileOf = (page: Page, name: string) =>
  page
    .getByRole('group', { name: 'Lines to show' })
    .getByRole('button', { name: new RegExp(`^[\\d,]+ ?${name}$`) });

export const expectCount = (page: Page, name: string, count: number, timeout = 10_000) =>
  expect(tileOf(page, name)).toHaveText(new RegExp(`^${count.toLocaleString('en')}\\D`), { timeout });

export const lineRows = (page: Page) => page.getByRole('table').locator('tbody').getByRole('row');
