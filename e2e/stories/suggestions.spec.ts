import { expect, test } from '#e2e/fixtures.ts';
import { bindNumber, fieldsOf, fillBind, mainLine } from '#e2e/steps/bind-steps.ts';

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

test('a URL with a secret is offered as history shows it, and comes whole by one key, once the look is recorded', async ({
  adminPage: page,
  console: { origin },
}) => {
  const whole = 'https://hooks.acme.cn/s?token=hush-hush-1';
  const shown = 'https://hooks.acme.cn/s?token=***';
  await bindNumber(page, origin, { number: '0086075586013377', url: whole });
  await page.goto(`${origin}/bind`);
  const { number, url: urlField } = fieldsOf(page);
  await number.focus();
  const answer = await (await page.request.get(`${origin}/api/bindings/suggestions`)).text();
  expect(answer).toContain('token=***');
  expect(answer).not.toContain('hush');
  const offer = page.getByRole('button', { name: shown, exact: true });

  // Without an answer, what was typed stays, and the page says why.
  await urlField.fill('https://hooks.acme.cn/typed');
  await page.getByText('Used before').click();
  await page.route('**/bind', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await offer.click();
  await expect(page.getByText(/^The whole URL could not be brought; what you typed is kept\./)).toBeVisible();
  await expect(urlField).toHaveValue('https://hooks.acme.cn/typed');
  await page.unroute('**/bind');

  await urlField.fill('');
  await page.getByText('Used before').click();
  await offer.focus();
  await page.keyboard.press('Enter');
  await expect(urlField).toHaveValue(whole);
  await expect(urlField).toBeFocused();
  await page.getByRole('textbox', { name: 'Callback URL' }).fill('');
  await page.goto(`${origin}/audit-log`);
  const first = page.getByRole('row').nth(1);
  await expect(first).toContainText('Looked at the whole URL of');
  await expect(first).toContainText('0086075586013377');
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

test('a press is heard where the page moves under the pointer before it ends', async ({
  adminPage: page,
  console: { origin },
}) => {
  await page.goto(`${origin}/bind`, { waitUntil: 'networkidle' });
  // The note under the number arrives during the press and moves the button down.
  const arrival = Promise.withResolvers<void>();
  await page.route('**/_next/static/chunks/**', async (route) => {
    await arrival.promise;
    await route.continue();
  });
  await fillBind(page, { number: '0086075586013399', url });
  const { review } = fieldsOf(page);
  await review.hover();
  const before = await review.boundingBox();
  await page.mouse.down();
  arrival.resolve();
  await expect(page.getByText('Will be sent as')).toBeVisible();
  expect((await review.boundingBox())?.y).toBeGreaterThan((before?.y ?? 0) + (before?.height ?? 0));
  await page.mouse.up();
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'What will be sent' })).toBeVisible();
});
