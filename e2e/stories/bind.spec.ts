import { expect, test } from '#e2e/fixtures.ts';
import {
  arrivalsOf,
  bindNumber,
  confirmOf,
  expectResult,
  fieldsOf,
  fillBind,
  mainLine,
  openReview,
  reviewBinding,
} from '#e2e/steps/bind-steps.ts';

// An admin binds a number, replaces its URL, and changes their mind.

test('Enter asks and does not send, Esc keeps, and a first binding is confirmed in one line', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586021001';
  await page.goto(`${running.origin}/bind`);
  await fillBind(page, { number, url: 'https://hooks.acme.com/a', reason: 'OPS-17, 换到新系统' });
  const fields = fieldsOf(page);
  await fields.url.press('Enter');

  const dialog = page.getByRole('dialog', { name: /^Bind .*\?$/ });
  await expect(dialog).toContainText('Current binding unknown: never set through this dashboard');
  await expect(dialog).toContainText('OPS-17, 换到新系统');
  await expect(dialog.getByText('removed')).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Keep current' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(fields.url).toBeFocused();
  await expect(fields.url).toHaveValue('https://hooks.acme.com/a');
  expect(await arrivalsOf(running, number)).toEqual([]);

  await fields.url.press('Enter');
  await dialog.getByRole('button', { name: 'Bind number' }).click();
  const result = await expectResult(page, 'Bound');
  await expect(result.getByRole('heading', { name: 'Bound' })).toBeFocused();
  await expect(result).toContainText('There is no undo: no earlier URL of this number is known here.');
  await expect(result.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  const [arrival, ...more] = await arrivalsOf(running, number);
  expect(more).toEqual([]);
  expect(arrival).toMatchObject({
    verdict: 'ok',
    sdkAppId: mainLine,
    number,
    numberType: 'number',
    callbackUrl: 'https://hooks.acme.com/a',
  });
  await expect(result).toContainText(arrival?.requestId ?? 'no RequestId');
  await result.getByRole('link', { name: 'View in history' }).click();
  await expect(page.getByRole('article')).toContainText('OPS-17, 换到新系统');
});

test('a replacement shows old and new with who set the old one, and Undo puts it back the same way', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586021002';
  const [before, after] = ['https://hooks.acme.com/old/in', 'https://hooks.acme.com/new/in'] as const;
  await bindNumber(page, running.origin, { number, url: before });
  const dialog = await reviewBinding(page, running.origin, { number, url: after });
  await expect(dialog).toHaveAccessibleName(/^Replace the binding of/);
  await expect(dialog.getByRole('deletion')).toHaveText(before);
  await expect(dialog.getByRole('deletion')).toHaveCSS('text-decoration-line', 'line-through');
  await expect(dialog.getByRole('insertion')).toHaveText(after);
  await expect(dialog).toContainText(/Last set by .+, \d{4}-\d\d-\d\d \d\d:\d\d:\d\d, bound/);
  await expect(dialog.getByRole('button', { name: 'Keep current' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Keep current' }).click();
  await expect(dialog).toBeHidden();
  await expect(fieldsOf(page).review).toBeFocused();
  expect(await arrivalsOf(running, number)).toHaveLength(1);

  await openReview(page);
  await dialog.getByRole('button', { name: 'Replace binding' }).click();
  const result = await expectResult(page, 'Bound');
  await expect(result).toContainText(after);
  expect(await running.simulator.control.boundUrl(mainLine, number)).toBe(after);

  await result.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog).toHaveAccessibleName(/^Put back the earlier binding of/);
  await expect(dialog.getByRole('deletion')).toHaveText(after);
  await expect(dialog.getByRole('insertion')).toHaveText(before);
  await dialog.getByRole('button', { name: 'Put back' }).click();
  await expect(dialog).toBeHidden();
  const undone = await expectResult(page, 'Undone');
  await expect(undone.getByRole('heading', { name: 'Undone' })).toBeFocused();
  await expect(undone).toContainText(`Was${after}`);
  await expect(undone).toContainText(`Is now${before}`);
  expect(await running.simulator.control.boundUrl(mainLine, number)).toBe(before);
  expect(await arrivalsOf(running, number)).toHaveLength(3);
});

test('the same URL again says that nothing will change, and is sent only on purpose', async ({
  adminPage: page,
  console: running,
}) => {
  const wanted = { number: '0086075586021003', url: 'https://hooks.acme.com/same' };
  await bindNumber(page, running.origin, wanted);
  const dialog = await reviewBinding(page, running.origin, wanted);
  await expect(page.getByText('This is the URL last set here. Nothing would change.')).toBeVisible();
  await expect(dialog).toContainText('Already set: nothing will change');
  await expect(dialog.getByRole('button', { name: 'Bind number' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Keep current' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await arrivalsOf(running, wanted.number)).toHaveLength(1);
  await openReview(page);
  await dialog.getByRole('button', { name: 'Send anyway' }).click();
  await expectResult(page, 'Bound');
  expect(await arrivalsOf(running, wanted.number)).toHaveLength(2);
});

test('sending without a URL is a choice of its own, said plainly before it is sent', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586021004';
  await bindNumber(page, running.origin, { number, url: 'https://hooks.acme.com/gone' });
  await page.goto(`${running.origin}/bind`);
  await fillBind(page, { number });
  const fields = fieldsOf(page);
  await fields.review.click();
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toContainText(
    'Enter a callback URL, or choose to send without one.',
  );
  await fields.omitUrl.check();
  await fields.type('Not sent').check();
  const dialog = await openReview(page);
  await expect(dialog).toContainText(
    'Whether that clears the binding, leaves it, or fails is not documented.',
  );
  await confirmOf(dialog).click();
  await expect(await expectResult(page, 'Bound')).toContainText('What it did is not documented');
  const arrival = (await arrivalsOf(running, number)).at(-1);
  const body = Buffer.from(arrival?.bodyBase64 ?? '', 'base64').toString();
  expect(JSON.parse(body)).toEqual({ SdkAppId: Number(mainLine), Number: number });
});
