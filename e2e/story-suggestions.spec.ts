import { bindNumber, fieldsOf, fillBind, mainLine } from '#e2e/bind-steps.ts';
import { expect, test } from '#e2e/fixtures.ts';

const url = 'https://hooks.acme.cn/ccc';

test('what was bound before is one click away, and a near miss of its host is asked about', async ({
  adminPage: page,
  supportPage,
  console: { origin },
}) => {
  await bindNumber(page, origin, { number: '0086075586013388', url });
  await page.goto(`${origin}/bind`);
  const { app, number, url: urlField } = fieldsOf(page);
  await app.selectOption(mainLine);
  // Choosing by script gives no focus, and what may be picked is asked for once somebody is in the form.
  await number.focus();

  await page.getByText('Known numbers of this app').click();
  await page.getByRole('button', { name: /hooks\.acme\.cn\/ccc$/ }).click();
  await expect(number).toHaveValue('0086075586013388');
  await expect(number).toBeFocused();

  await page.getByText('Used before').click();
  await page.getByRole('button', { name: url }).click();
  await expect(urlField).toHaveValue(url);

  await urlField.fill('https://hooks.acne.cn/other?x=1');
  await expect(page.getByText('Did you mean hooks.acme.cn?')).toBeVisible();
  await page.getByRole('button', { name: 'Use hooks.acme.cn' }).click();
  await expect(urlField).toHaveValue('https://hooks.acme.cn/other?x=1');
  await expect(page.getByText('Did you mean')).toBeHidden();

  await app.selectOption('1400000001');
  // Another app has other numbers, or none.
  const known = page.getByText('Known numbers of this app');
  await expect(async () => {
    if (await known.isVisible()) await known.click();
    await expect(page.getByRole('button', { name: /hooks\.acme\.cn\/ccc$/ })).toHaveCount(0);
  }).toPass();

  const forSupport = await supportPage.request.get(`${origin}/api/bindings/suggestions`);
  expect(forSupport.status()).toBe(403);
});

test('two pasted lines are two numbers, and errors leave as they are mended', async ({
  adminPage: page,
  console: { origin },
}) => {
  await page.goto(`${origin}/bind`);
  const { number, url: urlField, omitUrl, review } = fieldsOf(page);
  await fillBind(page, { number: '' });
  await number.evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '0086075586013388\n0086075586013389');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(number).toHaveValue('0086075586013388; 0086075586013389');
  await expect(page.getByText('These are 2 numbers. Bind them one at a time.').first()).toBeVisible();

  await review.click();
  const summary = page.getByRole('main').getByRole('alert');
  await expect(summary.getByRole('link')).toHaveCount(2);
  await expect(summary).toBeFocused();
  await expect(urlField).toHaveAttribute('aria-invalid', 'true');
  await omitUrl.check();
  await expect(urlField).not.toHaveAttribute('aria-invalid', 'true');
  await number.fill('0086075586013388');
  await expect(summary).toBeHidden();
  await number.fill('');
  await expect(number).toHaveAttribute('aria-invalid', 'true');
  await number.fill('0086075586013388');

  await page.reload();
  await expect(number).toHaveValue('0086075586013388');
  await expect(omitUrl).toBeChecked();
});

test('a form that passed once is not judged while it is changed', async ({
  adminPage: page,
  console: { origin },
}) => {
  await page.goto(`${origin}/bind`);
  const { number, review } = fieldsOf(page);
  await fillBind(page, { number: '0086075586013399', url });
  await review.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep current' }).click();
  await number.fill('');
  await expect(number).not.toHaveAttribute('aria-invalid', 'true');
  await review.click();
  await expect(number).toHaveAttribute('aria-invalid', 'true');
});
