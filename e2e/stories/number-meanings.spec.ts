import { seedHistory } from '#e2e/data/seed-history.ts';
import { expect, test } from '#e2e/fixtures.ts';
import { fieldsOf, mainLine, openReview } from '#e2e/steps/bind-steps.ts';
import { andKeep } from '#e2e/steps/preference-steps.ts';

const url = 'https://hooks.acme.com/in';

test('where a number has more than one meaning the form asks, and one key answers', async ({
  adminPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/bind`);
  const { app, number, url: urlField, type } = fieldsOf(page);
  await app.selectOption(mainLine);
  await urlField.fill(url);
  const which = page.getByRole('group', { name: 'Which number do you mean?' });
  const said = page.locator('#number-note');

  await number.fill('1-800-555-0199');
  await expect(which.getByRole('radio')).toHaveCount(3);
  await expect(said).toContainText('This can be 3 different numbers.');
  await expect(which.getByRole('radio', { name: /China · mobile/ })).not.toBeChecked();
  await number.press('ArrowDown');
  await expect(which.getByRole('radio', { name: /China · mobile/ })).toBeChecked();
  await expect(said).toContainText('Will be sent as 008618005550199');
  await page.keyboard.press('ArrowDown');
  await expect(which.getByRole('radio', { name: /United States · toll-free number/ })).toBeChecked();
  await expect(said).toContainText('Will be sent as 0018005550199');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('0018005550199');
  await dialog.getByRole('button', { name: 'Keep current' }).click();

  await number.fill('66 2 123 4567');
  await expect(which.getByRole('radio', { name: /Thailand · landline/ })).toBeVisible();
  await number.fill('34945945945');
  await expect(which.getByRole('radio').first()).toHaveAccessibleName(/Spain · landline/);
  await expect(which.getByRole('radio', { name: /China/ })).toHaveCount(0);

  await number.fill('95588');
  await which.getByRole('radio', { name: /short public number/ }).check();
  await expect(type('Line number')).toBeChecked();
  await which.getByRole('radio', { name: /inside your contact center/ }).check();
  await expect(type('Internal number')).toBeChecked();
});

test('what a spreadsheet did to a number is named, and a number without its area code says so', async ({
  adminPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/bind`);
  const { app, number, url: urlField, review } = fieldsOf(page);
  await app.selectOption(mainLine);
  await urlField.fill(url);
  const said = page.locator('#number-note');
  const error = page.locator('#number-error');

  await number.fill('+6561234567.0');
  await expect(said).toContainText('Will be sent as 006561234567');
  await expect(said).toContainText('Singapore · landline. Certain by the + in front.');
  await expect(said).toContainText('Left out: .0 (a spreadsheet’s decimals).');
  await number.fill('011 86 755 8601 3388');
  await expect(said).toContainText('Left out: 011 (exit code).');
  await number.fill('400-820-8820');
  await expect(said).toContainText('How the provider writes 400 and 800 numbers is not known here.');

  const wrong: [typed: string, saying: string][] = [
    ['21234567', 'Area or country code is missing.'],
    ['8.6E+12', 'A spreadsheet has shortened this number, its last digits are lost'],
    ['#N/A', 'This is an error of a spreadsheet’s formula (#N/A)'],
    ['NULL', 'This says that there is no number here (NULL).'],
  ];
  await number.fill('x');
  await review.click();
  for (const [typed, saying] of wrong) {
    await number.fill(typed);
    await expect(error).toContainText(saying);
    await expect(page.getByRole('group', { name: 'Which number do you mean?' })).toHaveCount(0);
  }
});

test('a number that the app has in history settles the question, and the home country of a person completes', async ({
  adminPage: page,
  console: running,
}) => {
  await seedHistory(page, running.origin, [{ number: '0014155550132', url }]);
  await page.goto(`${running.origin}/bind`);
  const { app, number, url: urlField } = fieldsOf(page);
  const said = page.locator('#number-note');
  const which = page.getByRole('group', { name: 'Which number do you mean?' });
  await urlField.fill(url);
  await number.fill('1 415 555 0132');
  await expect(which).toBeVisible();
  await app.selectOption(mainLine);
  await expect(said).toContainText('Will be sent as 0014155550132');
  await expect(said).toContainText('Chosen because this app already has this number.');
  await expect(which).toHaveCount(0);
  const dialog = await openReview(page);
  await expect(dialog).toContainText('0014155550132');
  await dialog.getByRole('button', { name: 'Keep current' }).click();

  await number.fill('0812-3456-7890');
  await expect(said).not.toContainText('Will be sent');
  await page.getByRole('button', { name: 'Read as China: change the home country' }).click();
  const find = page.getByRole('combobox', { name: 'Find a country or calling code' });
  await find.fill('Indonesia');
  await andKeep(page, () => find.press('Enter'));
  await expect(said).toContainText('Will be sent as 006281234567890');
  await expect(said).toContainText('Indonesia · mobile');
  await number.fill('13800138000');
  await expect(which.getByRole('radio', { name: /China · mobile/ })).toBeVisible();

  // The stories after this one find this person's numbers read as they expect it.
  await page.getByRole('button', { name: 'Read as Indonesia: change the home country' }).click();
  await andKeep(page, () => page.getByRole('button', { name: 'Use the console’s: China' }).click());
});
