import { seedHistory } from '#e2e/data/seed-history.ts';
import { expect, test } from '#e2e/fixtures.ts';
import { bindNumber, confirmOf, expectResult, reviewBinding } from '#e2e/steps/bind-steps.ts';
import { openEntry, rowsOf } from '#e2e/steps/restore-steps.ts';

// One entry read from top to bottom, and many of them with one key.

const url = 'https://entry.acme.com/in';

test('stands in the order of the questions a reader has', async ({ adminPage: page, console: running }) => {
  const number = '0086075586073001';
  await bindNumber(page, running.origin, { number, url, reason: 'OPS-40' });
  await running.simulator.control.addFault({
    when: { number },
    fault: { kind: 'code', applied: false, code: 'RequestLimitExceeded' },
  });
  const second = `${url}/2`;
  await confirmOf(await reviewBinding(page, running.origin, { number, url: second })).click();
  await expectResult(page, 'Bound');
  const rows = await rowsOf(page, running.origin, number);
  await expect(page.getByText(/Changes made in the provider’s own console are not watched\.$/)).toBeVisible();
  const drawer = await openEntry(page, rows.first());
  await expect(drawer.getByRole('heading', { level: 3 })).toHaveText([
    'Callback URL',
    'Who and when',
    'What was sent',
    '2 requests on the wire',
    'Timing',
    'RequestId',
    'Reason or ticket',
    'Related',
  ]);
  await expect(drawer.getByRole('article')).toHaveText(/^Bound.*The provider confirmed the change\./);
  await expect(drawer.getByRole('deletion')).toHaveText(url);
  await expect(drawer.getByText('removed')).toHaveCount(1);
  await expect(drawer.getByText('added')).toHaveCount(1);
  await expect(drawer.getByText('Exact', { exact: true })).toBeVisible();
  await expect(drawer.getByRole('button', { name: 'Copy RequestId' })).toHaveCount(2);
  const timing = drawer.locator('section').filter({ has: page.getByRole('heading', { name: 'Timing' }) });
  await expect(timing).toContainText(/Waited for its turn[\d.]+ m?s/);
  await expect(timing).toContainText(/On the wire[\d.]+ m?s/);

  await page.keyboard.press('j');
  await expect(drawer.getByText('Unknown', { exact: true })).toBeVisible();
  await expect(drawer).toContainText('never set through this console');
  await page.keyboard.press('k');
  await expect(drawer.getByRole('deletion')).toHaveText(url);

  const json = drawer.locator('pre');
  await expect(json).toBeHidden();
  await drawer.getByText('All fields as JSON').click();
  await expect(json).toBeVisible();
  await expect(json).toHaveCSS('white-space', 'pre-wrap');
  await expect(json).not.toHaveCSS('user-select', 'none');
  await expect(json).toHaveCSS('font-family', /mono/i);
  const id = new URL(page.url()).searchParams.get('entry') ?? '';
  await page.goto(`${running.origin}/history?q=nobody-has-this&entry=${id}`);
  await expect(drawer.getByRole('deletion')).toHaveText(url);
  for (const name of ['Newer entry (↑)', 'Older entry (↓)'])
    await expect(drawer.getByRole('button', { name })).toHaveAttribute('aria-disabled', 'true');
});

test('the keys lead past the ends of a page, and the address names the page and the entry', async ({
  adminPage: page,
  console: running,
}) => {
  const host = 'long.acme.com';
  const seeds = Array.from({ length: 27 }, (_, n) => ({
    number: `00860755860740${String(10 + n)}`,
    url: `https://${host}/in`,
  }));
  await seedHistory(page, running.origin, seeds);
  await page.goto(`${running.origin}/history?q=${host}`);
  const links = page.getByRole('link', { name: /^Open the entry of/ });
  await expect(links).toHaveCount(25);
  await links.last().click();
  const drawerOf = (n: number) =>
    page.getByRole('dialog', { name: `Change of 0086 0755 8607 40${String(10 + n)}` });
  await expect(drawerOf(2)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(drawerOf(1)).toBeVisible();
  await expect(page).toHaveURL(/after=.*entry=/);
  await page.keyboard.press('ArrowDown');
  await expect(drawerOf(0)).toBeVisible();
  await expect(drawerOf(0).getByRole('button', { name: 'Older entry (↓)' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(drawerOf(2)).toBeVisible();
  await expect(page).not.toHaveURL(/after=|before=/);
  await page.keyboard.press('Escape');
  await expect(links.last()).toBeFocused();
});

test('where the clipboard is refused, the text stands selected and can be copied by hand', async ({
  adminPage: page,
  console: running,
}) => {
  await bindNumber(page, running.origin, { number: '0086075586073002', url });
  await page.getByRole('link', { name: 'View in history' }).click();
  const entry = page.getByRole('article');
  await expect(entry.getByRole('heading', { name: 'Related' })).toBeVisible();
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  await entry.getByRole('button', { name: 'Copy link' }).click();
  await expect(entry.getByRole('textbox', { name: /^The browser did not allow copying/ })).toHaveValue(
    page.url(),
  );
  await expect(page.locator('[data-live="assertive"]').first()).toHaveText(
    /^The browser did not allow copying/,
  );
  expect(await page.evaluate(() => window.getSelection()?.toString())).toBe(page.url());
});
