import { expect, type Locator, type Page } from 'playwright/test';
import type { Console } from '#lib/testing/console.ts';

/** The first app of every console under test. */
export const mainLine = '1400000000';

export type Wanted = {
  app?: string;
  /** As typed. */
  number: string;
  /** As typed; left out, the field stays as it is. */
  url?: string;
  reason?: string;
};

/** The fields of the bind form, by the names a person reads. */
export const fieldsOf = (page: Page) => ({
  app: page.getByRole('combobox', { name: 'App', exact: true }),
  number: page.getByRole('textbox', { name: 'Number', exact: true }),
  type: (name: string) => page.getByRole('radio', { name, exact: true }),
  url: page.getByRole('textbox', { name: 'Callback URL', exact: true }),
  omitUrl: page.getByRole('checkbox', { name: /^Send without a callback URL/ }),
  reason: page.getByRole('textbox', { name: 'Reason or ticket' }),
  review: page.getByRole('button', { name: 'Review binding' }),
});

export async function fillBind(page: Page, { app = mainLine, number, url, reason }: Wanted): Promise<void> {
  const fields = fieldsOf(page);
  await fields.app.selectOption(app);
  await fields.number.fill(number);
  if (url !== undefined) await fields.url.fill(url);
  if (reason !== undefined) await fields.reason.fill(reason);
}

/** Fills the form of a fresh bind page and opens the question; sends nothing. */
export async function reviewBinding(page: Page, origin: string, wanted: Wanted): Promise<Locator> {
  await page.goto(`${origin}/bind`);
  await fillBind(page, wanted);
  return openReview(page);
}

/** Opens the question over a form that is filled already. */
export async function openReview(page: Page): Promise<Locator> {
  await fieldsOf(page).review.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'What will be sent' })).toBeVisible();
  return dialog;
}

/** The button that sends, whatever the question calls it. */
export const confirmOf = (dialog: Locator): Locator =>
  dialog.getByRole('button', { name: /^(Bind number|Replace binding|Put back|Send anyway)$/ });

export const resultOf = (page: Page): Locator => page.getByRole('region', { name: 'Result' });

export async function expectResult(page: Page, outcome: string): Promise<Locator> {
  const result = resultOf(page);
  await expect(result.getByRole('heading', { name: outcome, exact: true })).toBeVisible();
  return result;
}

/** Binds through the form, from an empty page to *Bound*. */
export async function bindNumber(page: Page, origin: string, wanted: Wanted): Promise<Locator> {
  await confirmOf(await reviewBinding(page, origin, wanted)).click();
  return expectResult(page, 'Bound');
}

/** The requests for a number (in its sent form) that reached the provider. */
export async function arrivalsOf({ simulator }: Console, number: string) {
  const log = await simulator.control.log();
  return log.filter((entry) => entry.number === number);
}
