import { expect, type Locator, type Page } from 'playwright/test';
import { bindNumber } from '#e2e/steps/bind-steps.ts';

export const oldUrl = 'https://restore.acme.com/old/in?n=a%20b';
export const newUrl = 'https://restore.acme.com/new/in';

/** Binds a number twice through the form, so that its first URL can be put back. */
export async function replaceUrl(page: Page, origin: string, number: string): Promise<void> {
  await bindNumber(page, origin, { number, url: oldUrl });
  await bindNumber(page, origin, { number, url: newUrl });
}

/** History of one number alone, newest first. */
export async function rowsOf(page: Page, origin: string, number: string): Promise<Locator> {
  await page.goto(`${origin}/history?q=${number}`);
  const rows = page.getByRole('row').filter({ has: page.getByRole('link', { name: /^Open the entry of/ }) });
  await expect(rows.first()).toBeVisible();
  return rows;
}

export const restoreIn = (place: Locator): Locator =>
  place.getByRole('button', { name: 'Restore this URL', exact: true });

/** The question of a restore, once it can be answered. */
export async function questionOf(page: Page): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: /^Put this URL back on/ });
  await expect(dialog.getByRole('heading', { name: 'What will be sent' })).toBeVisible();
  return dialog;
}

export async function openEntry(page: Page, row: Locator): Promise<Locator> {
  await row.getByRole('link', { name: /^Open the entry of/ }).click();
  const drawer = page.getByRole('dialog', { name: /^Change of/ });
  await expect(drawer.getByRole('heading', { name: 'Related' })).toBeVisible();
  return drawer;
}
