import { seedHistory } from '#e2e/data/seed-history.ts';
import { expect, test } from '#e2e/fixtures.ts';

// One entry over the table: by the row, by its address, by the keys, and out by the clipboard.

const host = 'drawer.acme.com';
const seeds = [1, 2, 3].map((n) => ({
  number: `008607558602600${n}`,
  url: `https://${host}/in?token=word-${n}`,
}));

test('an entry opens over its row, steps with the arrows, and gives the focus back', async ({
  adminPage: page,
  supportPage,
  console: running,
}) => {
  await seedHistory(page, running.origin, seeds);
  await page.goto(`${running.origin}/history?q=${host}`);
  const links = page.getByRole('link', { name: /^Open the entry of/ });
  await expect(links).toHaveCount(3);
  await links.nth(1).click();
  const drawer = page.getByRole('dialog', { name: 'Change of 0086 0755 8602 6002' });
  await expect(drawer).toBeVisible();
  await expect(drawer).toContainText('The provider confirmed the change.');
  const address = page.url();
  expect(address).toContain('entry=');

  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('dialog', { name: 'Change of 0086 0755 8602 6001' })).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  const newest = page.getByRole('dialog', { name: 'Change of 0086 0755 8602 6003' });
  await expect(newest).toBeVisible();
  await expect(newest.getByRole('button', { name: 'Newer entry (↑)' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.keyboard.press('Escape');
  await expect(newest).toBeHidden();
  await expect(links.nth(0)).toBeFocused();
  await expect(page).toHaveURL(`${running.origin}/history?q=${host}`);

  await supportPage.goto(address);
  await expect(supportPage.getByRole('dialog', { name: 'Change of 0086 0755 8602 6002' })).toBeVisible();
});

test('every copy button says so, and what it copies is exact and free of URL secrets', async ({
  adminPage: page,
  console: running,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: running.origin });
  const seed = { number: '0086075586026010', url: `https://${host}/copy?token=hush` };
  await seedHistory(page, running.origin, [seed]);
  await page.getByRole('link', { name: 'View in history' }).click();
  const entry = page.getByRole('article');
  await expect(entry.getByRole('heading', { name: 'Related' })).toBeVisible();
  const copied = async (name: string): Promise<string> => {
    // What the button before said and copied is not taken for what this one does.
    await page.evaluate(async () => {
      for (const region of document.querySelectorAll('[data-live]')) region.textContent = '';
      await navigator.clipboard.writeText('');
    });
    await entry.getByRole('button', { name, exact: true }).first().click();
    await expect(page.locator('[data-live="polite"]').first()).toHaveText('Copied');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const [arrival] = (await running.simulator.control.log()).filter((sent) => sent.number === seed.number);
  expect(await copied('Copy number')).toBe(seed.number);
  expect(await copied('Copy URL')).toBe(`https://${host}/copy?token=***`);
  expect(await copied('Copy RequestId')).toBe(arrival?.requestId);
  expect(await copied('Copy link')).toBe(page.url());
  const summary = await copied('Copy for support');
  expect(summary).toContain(seed.number);
  expect(summary).toContain(arrival?.requestId);
  expect(summary).not.toContain('hush');
  await entry.getByText('All fields as JSON').click();
  const json = await copied('Copy JSON');
  expect(JSON.parse(json)).toMatchObject({ number: seed.number, state: 'bound' });
  expect(json).not.toContain('hush');
});

test('an address of no entry says so, to admin and support alike', async ({
  adminPage,
  supportPage,
  console: running,
}) => {
  for (const page of [adminPage, supportPage]) {
    await page.goto(`${running.origin}/history/00000000-0000-7000-8000-000000000000`);
    await expect(page.getByRole('heading', { name: 'There is no such entry' })).toBeVisible();
  }
});
