import { expect, type Locator, type Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { Keys } from '#e2e/keys.ts';
import type { Words } from '#e2e/steps/batch-move-words.ts';

/** A person at the keyboard, in one language. */
export type Hands = { page: Page; keys: Keys; words: Words };

export type Move = {
  from: string;
  to: string;
  numbers: readonly string[];
  /** Places of lines that the provider refuses, from 1. */
  refused: readonly number[];
};

/** Why it refuses them. */
export const providersWords = 'CallInInterface.Url leads nowhere.';

export const handsOf = (page: Page, words: Words): Hands => ({ page, words, keys: new Keys(page) });

/** The sentence that says how a batch stands. */
export const sentenceOf = (page: Page): Locator => page.getByRole('main').getByRole('status').first();
const barOf = (page: Page, words: Words): Locator => page.getByRole('progressbar', { name: words.progress });
const linesOf = (page: Page): Locator => page.getByRole('table').locator('tbody [data-line]');

async function press(keys: Keys, control: Locator): Promise<void> {
  await keys.tabTo(control);
  await keys.enter();
}

/** Both languages of a person's browser: the page is the same, its words are others. */
export async function speak(page: Page, { language }: Words): Promise<void> {
  await page.getByRole('combobox', { name: /^(Language|语言)$/ }).selectOption(language);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

/** From the overview to the numbers of a host, and with all of them to a dry run that changes nothing yet. */
export async function takeNumbers({ page, keys, words }: Hands, { from, numbers }: Move): Promise<void> {
  await keys.shortcut('g n', page.getByRole('heading', { level: 1, name: words.numbers, exact: true }));
  await press(keys, page.getByRole('button', { name: words.host, exact: true }));
  await keys.tabTo(page.getByRole('searchbox', { name: words.findHost }));
  await keys.type(from);
  const host = page.getByRole('checkbox', { name: `${from} (${numbers.length})` });
  await keys.tabTo(host);
  await keys.shortcut('Space', page.getByRole('status').filter({ hasText: words.count(numbers.length) }));
  await page.keyboard.press('Escape');
  await press(keys, page.getByRole('link', { name: words.inBulk }));
  await expect(kindOf(page, words.unchanged, numbers.length)).toBeVisible();
}

const kindOf = (page: Page, name: string, count: number): Locator =>
  page.getByRole('radio', { name: `${name} ${count}`, exact: true });

/** Another host in every URL; the dry run then shows each line's own old and new URL. */
export async function replaceHost({ page, keys, words }: Hands, { from, to, numbers }: Move): Promise<void> {
  await press(keys, page.locator('summary').filter({ hasText: words.allAtOnce }));
  await keys.tabTo(page.getByRole('textbox', { name: words.find }));
  await keys.type(from);
  await expect(page.getByText(words.found(numbers.length))).toBeVisible();
  await keys.tabTo(page.getByRole('textbox', { name: words.replaceWith }));
  await keys.type(to);
  await keys.enter();
  await expectReplaced(page, words, numbers.length);
  await expect(page.getByText(words.replaced(numbers.length))).toBeVisible();
}

/** So many lines have been found to replace what their numbers have now. */
export const expectReplaced = (page: Page, words: Words, count: number): Promise<void> =>
  expect(kindOf(page, words.replaces, count)).toBeVisible();

/** Past the lines to the button, with the count typed; gives the address of the batch. */
export async function sendAll({ page, keys, words }: Hands, count: number, name: string): Promise<string> {
  await press(keys, page.getByRole('link', { name: words.skip }));
  const title = page.getByRole('textbox', { name: words.name });
  await expect(title).toBeFocused();
  await page.keyboard.press('Control+A');
  await keys.type(name);
  await keys.tabTo(page.getByRole('textbox', { name: words.confirm(count) }));
  await keys.type(String(count));
  await press(keys, page.getByRole('button', { name: words.send(count) }));
  await page.waitForURL(/\/batches\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return page.url();
}

/** Lines that are over, as the bar tells them to whoever cannot see it. */
export const settledOn = async (page: Page, words: Words): Promise<number> =>
  Number(await barOf(page, words).getAttribute('aria-valuenow'));

/** The other browser shows within a second what this one shows now. */
export async function expectSameSoon(page: Page, other: Page, words: Words): Promise<void> {
  const settled = await settledOn(page, words);
  await expect
    .poll(() => settledOn(other, words), { timeout: 1000, intervals: [50] })
    .toBeGreaterThanOrEqual(settled);
}

/** The bar moves, and pace and time left are said. */
export async function expectToGoOn(page: Page, words: Words): Promise<void> {
  const settled = await settledOn(page, words);
  await expect.poll(() => settledOn(page, words)).toBeGreaterThan(settled);
  const main = page.getByRole('main');
  await expect(main.getByText(words.rate)).toBeVisible();
  await expect(main.getByText(words.left)).toBeVisible();
}

/** Every browser says the same of a batch that is over, in its sentence, its bar and its counts. */
export async function expectSameEnd(pages: readonly Page[], words: Words, sentence: string): Promise<void> {
  for (const page of pages) await expect(sentenceOf(page)).toContainText(sentence, { timeout: 90_000 });
  const [first = '', ...others] = await Promise.all(
    pages.map(async (page) => {
      const counts = await page.getByRole('group', { name: words.toShow }).innerText();
      return `${await barOf(page, words).getAttribute('aria-valuetext')} ${counts}`;
    }),
  );
  for (const other of others) expect(other).toBe(first);
}

/** Opens the question, gives each failed line another URL, and sends just these again. */
export async function retryMended(
  { page, keys, words }: Hands,
  { refused }: Move,
  mended: (line: number) => string,
) {
  await press(keys, page.getByRole('button', { name: words.retry(refused.length) }));
  const dialog = page.getByRole('dialog', { name: words.retryTitle });
  await expect(dialog.getByRole('listitem').filter({ hasText: providersWords })).toHaveCount(refused.length);
  for (const line of refused) {
    await press(keys, dialog.getByRole('button', { name: words.changeOf(line), exact: true }));
    await expect(dialog.getByRole('textbox', { name: words.urlOf(line), exact: true })).toBeFocused();
    await page.keyboard.press('Control+A');
    await keys.type(mended(line));
  }
  await expectForEveryone(page, `${words.language}, retry`);
  await press(keys, dialog.getByRole('button', { name: words.retryNow(refused.length) }));
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
}

/** Shows the refused lines alone, by their count. */
export async function showRefused({ page, keys, words }: Hands, count: number): Promise<void> {
  const tiles = page.getByRole('group', { name: words.toShow });
  await press(keys, tiles.getByRole('button', { name: words.refused }));
  await expect(page).toHaveURL(/\?state=refused$/);
  await expect(linesOf(page)).toHaveCount(count);
}

/** Everything is there to be read, and nothing to be pressed that would change anything. */
export async function expectReadOnly(page: Page, words: Words): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const main = page.getByRole('main');
  for (const role of ['button', 'link', 'textbox'] as const)
    await expect(main.getByRole(role, { name: words.deeds })).toHaveCount(0);
}
