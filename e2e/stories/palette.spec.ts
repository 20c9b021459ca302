import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { expect, test } from '#e2e/fixtures.ts';

// Control+K from anywhere: a number in any format, a command by name, by keys alone.

test('the palette finds a number, a page and a theme', async ({ adminPage: page, console: running }) => {
  const complaints = listenForConsoleErrors(page);
  await page.goto(`${running.origin}/people`);
  const palette = page.getByRole('dialog', { name: 'Find or go to' });
  const box = palette.getByRole('combobox');
  const open = async () => {
    await page.keyboard.press('Control+k');
    await expect(box).toBeFocused();
  };
  await page.getByRole('button', { name: 'Find or go to' }).click();
  await expect(box).toBeFocused();
  await expectForEveryone(page, 'palette');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();

  await open();
  await box.fill('dark');
  await expect(palette.getByRole('option', { selected: true })).toHaveText('Theme: Dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('combobox', { name: 'Theme' })).toHaveValue('dark');

  await open();
  await box.fill('open');
  await expect(palette.getByRole('option')).toHaveText([
    'Open Overview',
    'Open Bind',
    'Open History',
    'Open Numbers',
    'Open Batches',
    'Open People',
    'Open Audit log',
    'Open Connection',
    'Open Your account',
    'Find “open” in history',
  ]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/connection');

  await open();
  await box.fill('+86 755 8601 3388');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/history' && url.searchParams.get('q') !== null);
  await expect(page.getByRole('searchbox')).toHaveValue('+86 755 8601 3388');
  expect(complaints).toEqual([]);
});

test('support is offered no page it may not open', async ({ supportPage: page, console: running }) => {
  await page.goto(`${running.origin}/history`);
  await page.getByRole('button', { name: 'Find or go to' }).click();
  const palette = page.getByRole('dialog', { name: 'Find or go to' });
  await expect(palette.getByRole('option', { name: /^Open / })).toHaveText([
    'Open Overview',
    'Open History',
    'Open Numbers',
    'Open Batches',
    'Open Connection',
    'Open Your account',
  ]);
  await palette.getByRole('combobox').fill('sign out');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sign-in');
});
