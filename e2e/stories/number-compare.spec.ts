import { slowDown } from '#e2e/conditions/slow-laptop.ts';
import {
  address,
  comparison,
  doubtful,
  entries,
  first,
  last,
  now,
  number,
  older,
  test,
} from '#e2e/data/number-past.ts';
import { expect } from '#e2e/fixtures.ts';
import { bindNumber, fieldsOf } from '#e2e/steps/bind-steps.ts';

// What changed between two changes of one number, and a change that reaches its open page.

test('two changes are chosen and compared by keyboard, and the address shares the comparison', async ({
  supportPage: page,
  colleaguePage,
  console: running,
}) => {
  await page.goto(`${running.origin}${address(number)}`);
  const pick = (time: string) => page.getByRole('checkbox', { name: `Compare the change of ${time}` });
  await pick('2026-03-04 14:00:00').focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('1 change chosen. Choose another one to compare.')).toBeVisible();
  await page.keyboard.press('Tab');
  while (!(await pick('2026-02-02 14:00:00').evaluate((box) => box === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(new RegExp(`compare=${last.id},${first.id}$`));
  await page.getByRole('button', { name: 'Show comparison' }).focus();
  await page.keyboard.press('Enter');
  await expect(comparison(page).getByRole('heading', { name: 'Comparison' })).toBeFocused();
  const row = (name: string) => comparison(page).getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('Callback URL').getByRole('rowheader')).toContainText('differs');
  await expect(row('Callback URL').locator('del')).toHaveText('a');
  await expect(row('Callback URL').locator('ins')).toHaveText('d');
  await expect(row('Outcome').getByRole('rowheader')).toContainText('same');
  await expect(row('Who').getByRole('cell')).toHaveText(['Ada', 'Ben Brook']);
  await expect(row('Reason').getByRole('cell')).toHaveText(['None was given', 'OPS-1311']);

  await colleaguePage.goto(page.url());
  await expect(comparison(colleaguePage).getByRole('table')).toContainText('token=***');
  await expect(colleaguePage.getByText('hush')).toHaveCount(0);
  await expect(colleaguePage.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await colleaguePage.getByRole('button', { name: 'Clear choice' }).last().click();
  await expect(colleaguePage).toHaveURL(`${running.origin}${address(number)}`);
  await expect(colleaguePage.getByRole('heading', { name: 'Timeline' })).toBeFocused();

  await page.goto(`${running.origin}${address(number)}?compare=${last.id},${older[0]?.id}`);
  await expect(page.getByText('One of the changes to compare is not of this number')).toBeVisible();
  await expect(page.getByText('1 change chosen.')).toBeVisible();
  await page.goto(`${running.origin}${address(number)}?compare=nonsense&at=noon&colour=red`);
  await expect(page.getByText('had no effect: colour, compare, at.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove it from the address' }).click();
  await expect(page).toHaveURL(`${running.origin}${address(number)}`);
});

test('an admin binds the number from its page, and the open page of a colleague follows', async ({
  adminPage: page,
  supportPage,
  console: running,
}) => {
  await supportPage.goto(`${running.origin}${address(doubtful)}`);
  await expect(now(supportPage).getByRole('status')).toContainText('Outcome unknown:');
  await page.goto(`${running.origin}${address(doubtful)}`);
  await page.getByRole('link', { name: 'Bind this number' }).click();
  await expect(fieldsOf(page).number).toHaveValue(doubtful);
  await expect(fieldsOf(page).app).toHaveValue('1400000000');
  await expect(page).toHaveURL(`${running.origin}/bind`);
  await fieldsOf(page).url.fill('https://ivr.acme.com/in/f');
  await page.reload();
  await expect(fieldsOf(page).number).toHaveValue(doubtful);
  await expect(fieldsOf(page).url).toHaveValue('https://ivr.acme.com/in/f');
  await bindNumber(page, running.origin, { number: doubtful, url: 'https://ivr.acme.com/in/f' });
  await expect(now(supportPage).getByRole('status')).toContainText('Bound to https://ivr.acme.com/in/f', {
    timeout: 5000,
  });
  await expect(entries(supportPage)).toHaveCount(3);
});

test('a press that comes before a slow laptop has brought the page to life is not lost', async ({
  supportPage: page,
  console: running,
}) => {
  await slowDown(page);
  for (const wait of ['commit', 'domcontentloaded', 'load'] as const) {
    await page.goto(`${running.origin}${address(number)}?compare=${last.id},${first.id}`, {
      waitUntil: wait,
    });
    await page.getByRole('button', { name: 'Clear choice' }).last().click();
    await expect(page).toHaveURL(`${running.origin}${address(number)}`);
    await expect(comparison(page)).toHaveCount(0);
  }
});
