import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { expect, test } from '#e2e/fixtures.ts';
import { arrivalsOf, bindNumber } from '#e2e/steps/bind-steps.ts';
import { dryRun, kindOf, lineOf, next, old, sendOf, textOf } from '#e2e/steps/new-batch-steps.ts';

// Many numbers at once: a dry run that sends nothing, mended in place, then sent with one button.

test.describe.configure({ timeout: 180_000 });

test('every line shows what it would change; invalid ones are mended in place, and only the button sends', async ({
  adminPage: page,
  console: running,
}) => {
  const complaints = listenForConsoleErrors(page);
  const bound = '0086075586081101';
  const same = '0086075586081102';
  const fresh = '0086075586081103';
  const broken = '0086075586081104';
  const double = '0086075586081105';
  await bindNumber(page, running.origin, { number: bound, url: old });
  await bindNumber(page, running.origin, { number: same, url: next });
  const before = (await running.simulator.control.log()).length;

  await page.goto(`${running.origin}/batches/new`);
  await expect(
    page.getByText('At most 5 MiB, 20,000 lines, 100 columns and 4 KiB in a field.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Check lines' }).click();
  await expect(textOf(page)).toBeFocused();
  await expect(page.getByText('Paste some lines first, or choose a file.')).toBeVisible();
  await expectForEveryone(page, 'bulk, empty');

  await dryRun(page, running.origin, [
    'number,callback_url',
    `${bound},${next}`,
    `${same},${next}`,
    `${fresh},${next}`,
    `${broken},hooks.acme.com/in`,
    `${double},${next}`,
    `${double},${next}`,
    `${double}x,${next}`,
  ]);
  await expect(page.getByRole('heading', { name: 'Dry run' })).toBeFocused();
  await expect(kindOf(page, 'All', 7)).toBeChecked();
  await expect(lineOf(page, 2)).toContainText('Replaces');
  await expect(lineOf(page, 2).getByRole('deletion')).toHaveText(old);
  await expect(lineOf(page, 2)).toContainText('Set by ');
  await expect(lineOf(page, 3)).toContainText('Unchanged');
  await expect(lineOf(page, 4)).toContainText('Never set here');
  await expect(lineOf(page, 5)).toContainText('https:// is missing');
  await expect(lineOf(page, 7)).toContainText('Same as line 6: sent once');
  await expectForEveryone(page, 'bulk, dry run');

  await kindOf(page, 'Invalid', 2).check();
  await expect(lineOf(page, 2)).toHaveCount(0);
  const edit = page.getByRole('button', { name: /Edit URL of line 5/ });
  await edit.focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Callback URL of line 5' });
  await expect(field).toBeFocused();
  await field.fill('nonsense');
  await page.keyboard.press('Escape');
  await expect(edit).toBeFocused();
  await expect(lineOf(page, 5)).toContainText('hooks.acme.com/in');
  await page.keyboard.press('Enter');
  await field.fill(next);
  await page.keyboard.press('Enter');
  await expect(kindOf(page, 'Invalid', 1)).toBeVisible();
  await expect(lineOf(page, 5)).toContainText('Will bind');
  await page.getByRole('button', { name: 'Remove line 8' }).click();
  await expect(kindOf(page, 'Invalid', 0)).toBeVisible();
  await page.getByRole('button', { name: 'Undo last change' }).click();
  await expect(kindOf(page, 'Invalid', 1)).toBeVisible();

  expect((await running.simulator.control.log()).length).toBe(before);
  await expect(page.getByText('1 invalid line stays out. 1 unchanged line stays out.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Reason or ticket' }).fill('OPS-77');
  await page.getByRole('button', { name: 'Send 4 changes' }).click();
  await page.waitForURL(/\/batches\/[0-9a-f-]{36}$/);
  await expect.poll(async () => (await arrivalsOf(running, broken)).length).toBe(1);
  await expect.poll(async () => (await arrivalsOf(running, double)).length).toBe(1);
  expect(await arrivalsOf(running, same)).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test('lines that contradict each other are refused until one is chosen', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586082101';
  await dryRun(page, running.origin, [`${number},${old}`, `0755-86082101,${next}`]);
  await expect(kindOf(page, 'Duplicate', 2)).toBeVisible();
  await expect(lineOf(page, 2)).toContainText('Says something else than line 1. Choose one of the two.');
  await sendOf(page).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Choose one of each');
  await lineOf(page, 2).getByRole('button', { name: 'Use this line' }).click();
  await expect(lineOf(page, 1)).toHaveCount(0);
  await expect(lineOf(page, 2)).toContainText('Will bind');
  await expect(page.getByRole('button', { name: 'Send 1 change' })).toBeVisible();
  expect(await arrivalsOf(running, number)).toEqual([]);
});

test('a number that somebody changes after the dry run is marked, nothing is sent, and nothing typed is lost', async ({
  adminPage: page,
  colleaguePage,
  console: running,
}) => {
  const number = '0086075586041001';
  const other = '0086075586041002';
  await dryRun(page, running.origin, [`${number},${next}`, `${other},${next}`]);
  await page.getByRole('textbox', { name: 'Reason or ticket' }).fill('OPS-78');
  await bindNumber(colleaguePage, running.origin, { number, url: old });
  await sendOf(page).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    '1 number was changed by somebody meanwhile. Nothing was sent.',
  );
  await expect(lineOf(page, 1)).toContainText('Changed meanwhile');
  await expect(lineOf(page, 1).getByRole('deletion')).toHaveText(old);
  await expect(lineOf(page, 1)).toContainText('Set by Cleo Colleague');
  await expect(page.getByRole('textbox', { name: 'Reason or ticket' })).toHaveValue('OPS-78');
  expect(await arrivalsOf(running, other)).toEqual([]);
  await expectForEveryone(page, 'bulk, changed meanwhile');
  await page.getByRole('button', { name: 'Send 2 changes' }).click();
  await page.waitForURL(/\/batches\/[0-9a-f-]{36}$/);
});
