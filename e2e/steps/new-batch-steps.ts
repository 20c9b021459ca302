import { expect, type Page } from 'playwright/test';
import { mainLine } from '#e2e/steps/bind-steps.ts';

export const old = 'https://old.acme.com/in';
export const next = 'https://hooks.acme.com/in';

export const lineOf = (page: Page, line: number) =>
  page.getByRole('listitem').filter({ has: page.getByText(`Line ${line}`, { exact: true }) });
export const kindOf = (page: Page, name: string, count: number) =>
  page.getByRole('radio', { name: `${name} ${count}`, exact: true });
export const textOf = (page: Page) => page.getByRole('textbox', { name: 'Lines to bind' });
export const fileOf = (page: Page) => page.getByLabel('Choose a file');
export const sendOf = (page: Page) => page.getByRole('button', { name: /^Send/ });
export const appOf = (page: Page) => page.getByRole('combobox', { name: 'App for lines without one' });
export const statusOf = (page: Page) => page.getByRole('status').filter({ hasText: 'will bind' });

/** Opens the page, chooses the app and pastes lines. */
export async function dryRun(page: Page, origin: string, lines: string[]): Promise<void> {
  await page.goto(`${origin}/batches/new`);
  await expect(textOf(page)).toBeEnabled();
  await appOf(page).selectOption(mainLine);
  await textOf(page).fill(lines.join('\n'));
  await page.getByRole('button', { name: 'Check lines' }).click();
  await expect(statusOf(page)).toBeVisible();
}
