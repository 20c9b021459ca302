import { expect, test } from '#e2e/fixtures.ts';
import { confirmOf, expectResult, fieldsOf, fillBind, mainLine, openReview } from '#e2e/steps/bind-steps.ts';

// What the form says to what people type and paste, and that it keeps all of it.

const landline = '0086075586013388';

test('a failed submit lists every error, says how to mend each, and loses nothing typed', async ({
  adminPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/bind`);
  const fields = fieldsOf(page);
  await fields.number.fill('0755 CALL ME');
  await fields.url.fill('http://hooks.acme.com/in');
  await fields.reason.fill('OPS-18');
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toHaveCount(0);
  await expect(fields.number).not.toHaveAttribute('aria-invalid');

  await fields.review.click();
  const summary = page.getByRole('alert', { name: 'There is a problem' });
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  const sayings = {
    app: 'Choose an app.',
    number: 'Take the letters out of the number: use digits only.',
    url: 'This console binds https:// addresses only. Start the address with https://',
  };
  await expect(summary.getByRole('link')).toHaveText([sayings.app, sayings.number, sayings.url]);
  for (const [name, saying] of Object.entries(sayings)) {
    const field = fields[name as keyof typeof sayings];
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(new RegExp(saying.replace(/[.?]/g, '\\$&')));
  }
  await summary.getByRole('link', { name: sayings.url }).click();
  await expect(fields.url).toBeFocused();

  await expect(fields.number).toHaveValue('0755 CALL ME');
  await expect(fields.url).toHaveValue('http://hooks.acme.com/in');
  await expect(fields.reason).toHaveValue('OPS-18');
  await fields.url.fill('https://hooks.acme.com/in');
  await expect(fields.url).not.toHaveAttribute('aria-invalid');
  await expect(summary.getByRole('link')).toHaveText([sayings.app, sayings.number]);
  await fields.app.selectOption(mainLine);
  await fields.number.fill(landline);
  await expect(summary).toHaveCount(0);
  await expect(page).not.toHaveTitle(/^Error: /);
  const dialog = await openReview(page);
  await expect(dialog).toContainText('OPS-18');
});

const pastes: [what: string, pasted: string, sent: string, ignored?: string][] = [
  ['full-width digits', '００８６０７５５８６０１３３８８', landline, 'full-width characters'],
  ['zero-width characters', '0755\u200b8601\u200b3388', landline, 'invisible characters'],
  ['a plus, brackets and dashes', '＋86 (0755) 8601-3388', landline, 'punctuation'],
  ['a country code without a plus', '86 755 86013388', landline, 'spaces'],
  ['a tel: link', 'tel:+86-755-8601-3388', landline, 'the “tel:” in front'],
  ['a mobile number', '138 0013 8000', '008613800138000', 'spaces'],
  ['a number abroad', '+65 6123 4567', '006561234567'],
  ['an internal number', '1001', '1001'],
];

test('every way of pasting a number shows what will be sent, and leaves the text as it was', async ({
  adminPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/bind`);
  const { number } = fieldsOf(page);
  const said = page.locator('#number-note');
  for (const [what, pasted, sent, ignored] of pastes) {
    await test.step(what, async () => {
      await number.fill(pasted);
      await expect(said).toContainText(`Will be sent as ${sent}`);
      if (ignored) await expect(said).toContainText(ignored);
      await expect(number).toHaveValue(pasted);
    });
  }
  await expect(said).toHaveAttribute('aria-live', 'polite');
});

test('two meanings ask, an extension is offered apart, and several numbers are not taken for one', async ({
  adminPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/bind`);
  const { app, number, url, type, review } = fieldsOf(page);
  await app.selectOption(mainLine);
  await url.fill('https://hooks.acme.com/in');
  const which = page.getByRole('group', { name: 'Which number do you mean?' });

  await number.fill('755 8601 3388');
  await expect(which.getByRole('radio')).toHaveCount(2);
  await expect(which.getByRole('radio', { checked: true })).toHaveCount(0);
  await review.click();
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toContainText(
    'This can be read as more than one number. Choose the one you mean.',
  );
  await which.getByRole('radio', { name: /with the 0 of the area code/ }).check();
  const dialog = await openReview(page);
  await expect(dialog).toContainText(landline);
  await dialog.getByRole('button', { name: 'Keep current' }).click();

  await number.fill('0755-86013388 转 8001');
  await expect(which.getByRole('radio')).toHaveCount(2);
  await which.getByRole('radio', { name: /the extension alone/ }).check();
  await expect(type('Internal number')).toBeChecked();

  await number.fill('0755-86013388; 13800138000; +65 6123 4567');
  await expect(page.getByText('These are 3 numbers. Bind them one at a time.')).toBeVisible();
  await review.click();
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toContainText(
    'These are several numbers. Bind them one at a time.',
  );
});

test('what was taken off a URL is said, and what stands in it against sending is named', async ({
  adminPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/bind`);
  const { url, review } = fieldsOf(page);
  await url.fill('  https://Hooks.ACME.com/in\u200b ');
  const said = page.locator('#callbackUrl-note');
  await expect(said).toContainText('Will be sent as https://hooks.acme.com/in');
  await expect(said).toContainText('Removed a space at the start or end.');
  await expect(said).toContainText('Removed invisible characters.');
  await review.click();
  const error = page.locator('#callbackUrl-error');
  const refused: [typed: string, saying: string][] = [
    ['https://hooks.acme.com/a b', 'Take the spaces out of the address.'],
    ['https://hooks.acme.com/#top', 'Take out everything from the # on: it is never sent.'],
    ['https://user:word@hooks.acme.com/', 'Take the user name and password out of the address'],
    ['https://10.0.0.8/in', 'The provider can’t reach 10.0.0.8 from outside. Use a public host.'],
    ['javascript:alert(1)', 'Only web addresses can be called. Start the address with https://'],
  ];
  for (const [typed, saying] of refused) {
    await url.fill(typed);
    await expect(error).toContainText(saying);
  }
  await url.fill('https://hooks.acme.com/in');
  await expect(error).toHaveCount(0);
});

test('an address with something around it is offered without it, and taken with one press', async ({
  adminPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/bind`);
  const { url, review } = fieldsOf(page);
  const said = page.locator('#callbackUrl-note');
  const meant = 'https://hooks.acme.com/in';
  const pasted: [typed: string, button: string, value: string][] = [
    [`${meant}，`, 'Take it off', meant],
    [`${meant}。`, 'Keep it', `${meant}%E3%80%82`],
    [`${meant}).`, 'Take it off', meant],
    ['https://hooks.acme.com,', 'Take it off', 'https://hooks.acme.com/'],
    [`回调地址：${meant}`, 'Use this address', meant],
    [`[hook](${meant})`, 'Use this address', meant],
    ['hooks.acme.com/in', 'Use this address', meant],
    [`https://${meant}`, 'Use this address', meant],
  ];
  for (const [typed, button, value] of pasted) {
    await test.step(typed, async () => {
      await url.fill(typed);
      const offer = said.getByRole('button', { name: button, exact: true });
      await expect(offer).toBeVisible();
      await expect(url).toHaveValue(typed);
      await offer.focus();
      await page.keyboard.press('Enter');
      await expect(url).toHaveValue(value);
      await expect(url).toBeFocused();
    });
  }
  await expect(page.locator('[data-live="polite"]').first()).toHaveText(`Changed to ${meant}`);

  await url.fill('https://{tenant}.acme.com/in');
  await review.click();
  await expect(page.locator('#callbackUrl-error')).toContainText('Nothing fills in {tenant}.');
  await url.fill('hooks.acme.com/in');
  await expect(page.locator('#callbackUrl-error')).toContainText('https:// is missing.');
});

test('a placeholder is warned of at the field, in the dialog and in history, also where it is hidden', async ({
  adminPage: page,
  console: running,
}) => {
  const [typed, sent] = [
    'https://hooks.acme.com/in?token=<TOKEN>',
    'https://hooks.acme.com/in?token=%3CTOKEN%3E',
  ];
  await page.goto(`${running.origin}/bind`);
  await fillBind(page, { number: '0086075586022301', url: typed });
  await expect(page.locator('#callbackUrl-note')).toContainText(
    'Nothing fills placeholders here: <TOKEN> is sent as it stands.',
  );
  const dialog = await openReview(page);
  const warning = 'The address holds a placeholder. Nothing fills placeholders here';
  await expect(dialog).toContainText(warning);
  await expect(dialog).toContainText(sent);
  await confirmOf(dialog).click();
  const result = await expectResult(page, 'Bound');
  await result.getByRole('link', { name: 'View in history' }).click();
  await expect(page.getByRole('article')).toContainText('token=***');
  await expect(page.getByRole('article')).toContainText(warning);
  await page.goto(`${running.origin}/history?q=0086075586022301`);
  await expect(page.getByRole('cell').filter({ hasText: 'token=***' })).toContainText(warning);
});
