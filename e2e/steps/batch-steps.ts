import { expect, type Page } from 'playwright/test';
import { callAction, codeOf, returnedBy } from '#e2e/attack/call.ts';
import { mainLine } from '#e2e/steps/bind-steps.ts';
import { wantsBatch } from '#lib/testing/batches/wants.ts';

/** Landlines in a row, in their sent form: `00860755861` and five figures. */
export const landlines = (first: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `00860755861${String(first + index).padStart(5, '0')}`);

const cookieOf = async (page: Page): Promise<string> =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

type Lines = {
  numbers: readonly string[];
  url: string;
  title?: string;
  /** `newestBindingId` of each number, as the page would have seen it; left out: never set. */
  seen?: readonly (string | null)[];
};

/** Posts a batch as the page after a dry run would. */
async function post(page: Page, origin: string, { numbers, url, title, seen }: Lines) {
  const lines = numbers.map((number, place) => ({
    ...{ number, callbackUrl: url, seen: seen?.[place] ?? null },
  }));
  const input = wantsBatch(lines, { title: title ?? null });
  return callAction(origin, 'startBatch', [input], { cookie: await cookieOf(page) });
}

/** Posts to an action as a page of that person would; gives the code of the answer. */
export async function postAs(page: Page, origin: string, action: string, input: unknown): Promise<string> {
  return codeOf(await callAction(origin, action, [input], { cookie: await cookieOf(page) }));
}

/** Posts a batch for whoever is refused: the status and the code of the answer. */
export async function postBatch(page: Page, origin: string, lines: Lines) {
  const answer = await post(page, origin, lines);
  return { status: answer.status, code: codeOf(answer) };
}

/** The newest binding of a number, as a dry run of now sees it. */
export async function seenOf(page: Page, origin: string, number: string): Promise<string | null> {
  const keys = [{ appId: mainLine, number }];
  const answer = await callAction(origin, 'readBatchFacts', [{ keys, batchKey: crypto.randomUUID() }], {
    cookie: await cookieOf(page),
  });
  return (
    returnedBy<{ facts: ({ newestBindingId: string } | null)[] }>(answer).facts[0]?.newestBindingId ?? null
  );
}

/** Starts one and gives its id. */
export async function startBatch(page: Page, origin: string, lines: Lines): Promise<string> {
  return returnedBy<{ batchId: string }>(await post(page, origin, lines)).batchId;
}

/** Starts one and opens its page. */
export async function openNewBatch(page: Page, origin: string, lines: Lines): Promise<string> {
  const id = await startBatch(page, origin, lines);
  await page.goto(`${origin}/batches/${id}`);
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
