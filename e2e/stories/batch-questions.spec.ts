import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { expect, test } from '#e2e/fixtures.ts';
import { arrivalsOf, bindNumber } from '#e2e/steps/bind-steps.ts';
import { dryRun, kindOf, lineOf, next, sendOf, textOf } from '#e2e/steps/new-batch-steps.ts';
import { andKeep } from '#e2e/steps/preference-steps.ts';

// Lines that a person has to decide: what their numbers mean, and which app, type and URL they have; each or all at once.

test.describe.configure({ timeout: 120_000 });

test('numbers that can be read in two ways are one question for all of them, kept with the batch and undone by key', async ({
  adminPage: page,
  supportPage,
  console: running,
}) => {
  const complaints = listenForConsoleErrors(page);
  // The app has one of the meanings of this one, so it needs no answer.
  await bindNumber(page, running.origin, { number: '+1 555 867 5310', url: `${next}/known` });
  await dryRun(page, running.origin, [
    'number,url',
    ...['15558675309', '1-800-555-0199', '15558675310', '95588'].map((number) => `${number},${next}`),
  ]);
  await expect(kindOf(page, 'To be decided', 3)).toBeVisible();
  await expect(lineOf(page, 4)).toContainText('0015558675310'.slice(-4));
  await expect(lineOf(page, 4)).toContainText('Replaces');
  const question = page.getByRole('group', { name: /^2 lines: mainland mobiles or \+1 numbers\?$/ });
  await expect(question).toContainText(
    'For example 15558675309: 008615558675309 (China · mobile) or 0015558675309 (United States · in no numbering plan).',
  );
  await expect(
    page.getByRole('status').filter({ hasText: '3 to be decided, 0 will bind, 1 replace' }),
  ).toBeVisible();
  const short = page.getByRole('group', {
    name: /^1 line: (short public|internal) numbers or (short public|internal) numbers\?$/,
  });
  await expect(short).toContainText(
    'For example 95588: 95588 (China · short public number) or 95588 (internal number).',
  );
  await expectForEveryone(page, 'bulk, questions');

  await question.getByRole('button', { name: '+1 numbers' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Dry run' })).toBeFocused();
  await expect(kindOf(page, 'Will bind', 2)).toBeVisible();
  await expect(lineOf(page, 3)).toContainText('from 1-800-555-0199');
  await page.getByRole('button', { name: 'Decide again' }).click();
  await expect(kindOf(page, 'To be decided', 3)).toBeVisible();
  await page.getByRole('button', { name: '+1 numbers' }).click();
  await expect(page.getByText('2 lines are read as +1 numbers.')).toBeVisible();

  await page
    .getByRole('combobox', { name: 'Which number line 5 means' })
    .selectOption({ label: '95588 · internal number' });
  await expect(kindOf(page, 'Will bind', 3)).toBeVisible();
  await expect(lineOf(page, 5)).toContainText('internal number');
  await sendOf(page).click();
  await page.waitForURL(/\/batches\/[0-9a-f-]{36}$/);
  await expect.poll(async () => (await arrivalsOf(running, '0018005550199')).length).toBe(1);
  await supportPage.goto(page.url());
  await expect(
    supportPage.getByText(/decided that 2 lines are read as \+1 numbers, not as mainland mobiles\.$/),
  ).toBeVisible();
  await expectForEveryone(supportPage, 'batch, decided');
  const href = (await supportPage.getByRole('link', { name: 'Report (CSV)' }).getAttribute('href')) ?? '';
  const report = await (await supportPage.request.get(`${running.origin}${href}`)).text();
  expect(report.split('\r\n').filter((line) => /,\+1,|'\+1/.test(line))).toHaveLength(2);
  expect(complaints).toEqual([]);
});

test('lines that lack an app, a type or a URL are completed where they stand, or all at once', async ({
  adminPage: page,
  console: { origin },
}) => {
  await page.goto(`${origin}/batches/new`);
  await expect(textOf(page)).toBeEnabled();
  await textOf(page).fill(
    [
      'app,number,type,url',
      `,0755-86064101,,${next}`,
      ',0755-86064102,PSTN,',
      `Reception,0755-86064103,,${next}`,
      `1400000000,0755-86064104,PSTN,${next}`,
    ].join('\n'),
  );
  await page.getByRole('button', { name: 'Check lines' }).click();
  await expect(kindOf(page, 'Invalid', 4)).toBeVisible();
  const gaps = page.getByRole('region', { name: 'What lines lack' });
  await expectForEveryone(page, 'bulk, gaps');
  await gaps
    .getByRole('button', { name: /^Set for these 2 lines/ })
    .first()
    .click();
  await expect(
    gaps.getByText('Choose an app first.').or(gaps.getByText('Choose a number type first.')),
  ).toBeVisible();
  await gaps.getByLabel('2 lines without an app').selectOption({ index: 1 });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(kindOf(page, 'Will bind', 1)).toBeVisible();
  const type = gaps.getByLabel(/^2 lines with the number type “PSTN”/);
  await type.focus();
  await type.selectOption('Line number');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(kindOf(page, 'Will bind', 2)).toBeVisible();
  await gaps.getByLabel('1 line without a callback URL').fill(next);
  await page.keyboard.press('Enter');
  await expect(kindOf(page, 'Will bind', 3)).toBeVisible();
  await page.getByRole('combobox', { name: 'App of line 4' }).selectOption({ index: 1 });
  await expect(kindOf(page, 'Will bind', 4)).toBeVisible();
  await expect(gaps).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Number type of line 2' }).selectOption('Type not sent');
  await page.getByRole('button', { name: 'Undo last change' }).click();
  await expect(page.getByRole('combobox', { name: 'Number type of line 2' })).toHaveValue('number');
});

test('another home country, chosen beside the question, orders its answers at once', async ({
  adminPage: page,
  console: running,
}) => {
  await dryRun(page, running.origin, ['number,url', `15558675388,${next}`, `1-800-555-0177,${next}`]);
  const question = page.getByRole('group', { name: /^2 lines: / });
  const answers = question.getByRole('button');
  await expect(answers).toHaveText(['mainland mobiles', '+1 numbers', 'Line by line']);
  await page.getByRole('button', { name: 'Read as China: change the home country' }).click();
  await page.getByRole('combobox', { name: 'Find a country or calling code' }).fill('united states');
  await andKeep(page, () => page.keyboard.press('Enter'));
  await expect(answers).toHaveText(['+1 numbers', 'mainland mobiles', 'Line by line']);
  await expect(kindOf(page, 'To be decided', 2)).toBeVisible();
  // The choice is kept for the person; the stories after this one expect the console's.
  await page.getByRole('button', { name: 'Read as United States: change the home country' }).click();
  await andKeep(page, () => page.getByRole('button', { name: 'Use the console’s: China' }).click());
  await expect(answers).toHaveText(['mainland mobiles', '+1 numbers', 'Line by line']);
});
