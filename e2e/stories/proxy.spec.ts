import type { Page } from 'playwright/test';
import { ask } from '#e2e/attack/ask.ts';
import { nginxProgram, startNginx } from '#e2e/conditions/nginx.ts';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import { fillBind, mainLine, openReview } from '#e2e/steps/bind-steps.ts';
import { appOf, fileOf, sendOf, statusOf, textOf } from '#e2e/steps/new-batch-steps.ts';
import { admin, type Console, freePort, serve } from '#lib/testing/console.ts';

// Behind an nginx with its defaults: what the proxy answers by itself is told apart from what the console answers.

test.skip(nginxProgram === null, 'nginx is not installed');

let running: Console;
let nginx: Awaited<ReturnType<typeof startNginx>>;
let origin = '';

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const [front, port] = [await freePort(), await freePort()];
  origin = `http://localhost:${front}`;
  running = await serve({ port, env: { APP_ORIGIN: origin, TRUSTED_PROXY_HOPS: '1' } });
  nginx = await startNginx(front, port);
});
test.afterAll(async () => {
  await nginx?.stop();
  await running?.stop();
});

const answerWith = (page: Page, value: string) =>
  page.context().addCookies([{ name: 'answer', value, url: origin }]);
const told = {
  '403': 'The request was refused on its way to the console (403).',
  '418': 'The answer (418) was not one that this page can read.',
  '429': 'lets only so many requests through (429). Wait a minute',
  '502': 'The proxy in front of the console got no answer from it (502).',
  '503': 'The proxy in front of the console got no answer from it (503).',
  '504': 'The proxy in front of the console got no answer from it (504).',
  page: 'wants you to sign in there first.',
  away: 'wants you to sign in there first.',
};

test('each answer of a proxy to an action is told apart, and what was typed stays', async ({ page }) => {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('Email').fill(admin.email);
  await page.getByLabel('Password').fill('a wrong password');
  for (const [value, sentence] of Object.entries(told)) {
    await answerWith(page, value);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText(sentence);
    await expect(page.getByLabel('Email')).toHaveValue(admin.email);
  }
});

test('each answer of a proxy to a reading is told apart, without an id', async ({ page }) => {
  await signIn(page, origin, admin);
  await page.goto(`${origin}/bind`);
  await fillBind(page, { number: '0755-8601-3388', url: 'https://hooks.acme.com/in' });
  await openReview(page);
  await page.keyboard.press('Escape');
  // Each that may pass is asked for three times before it is told.
  for (const value of ['403', '429', '502', 'page', 'away'] as const) {
    const sentence = told[value];
    await answerWith(page, value);
    await page.getByRole('button', { name: 'Review binding' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('alert')).toContainText(sentence, { timeout: 20_000 });
    await expect(dialog).not.toContainText('error id');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
});

test('a batch over nginx’s 1 MB is told as too large, not as unknown', async ({ page }) => {
  await signIn(page, origin, admin);
  const lines = Array.from(
    { length: 7_000 },
    (_, index) => `0086075587${100_000 + index},https://hooks.acme.com/${'in/'.repeat(50)}${index}`,
  );
  await page.goto(`${origin}/batches/new`);
  await expect(textOf(page)).toBeEnabled();
  await appOf(page).selectOption(mainLine);
  const buffer = Buffer.from(lines.join('\n'));
  await fileOf(page).setInputFiles({ name: 'lines.csv', mimeType: 'text/csv', buffer });
  await expect(statusOf(page)).toContainText('7,000', { timeout: 60_000 });
  const typed = page.getByRole('textbox', { name: /7,000/ });
  if (await typed.isVisible()) await typed.fill('7000');
  await sendOf(page).click();
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('larger than what is let through on the way to the console (413)');
  await expect(alert).not.toContainText('not known');
});

test('under another address than its own it says both, on the screen and in the log', async ({ page }) => {
  for (const reached of [running.origin, running.origin.replace('localhost', '127.0.0.1')]) {
    await page.goto(`${reached}/sign-in`);
    await page.getByLabel('Email').fill(admin.email);
    await page.getByLabel('Password').fill(admin.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      `You reached this console as ${reached}, but it is configured as ${origin}.`,
    );
    await expect(page.getByLabel('Email')).toHaveValue(admin.email);
    expect(running.output()).toContain(
      `Reached as ${reached}, configured as ${origin}: set APP_ORIGIN=${reached}`,
    );
  }
});

test('cookies of other apps do not lock anybody out, and too many of them get a sentence', async () => {
  const get = (bytes: number) =>
    ask(running.origin, { path: '/sign-in', headers: { cookie: `other=${'x'.repeat(bytes)}` } });
  expect((await get(16_000)).status).toBe(200);
  expect((await get(40_000)).status).toBe(200);
  const refused = await get(70_000);
  expect(refused.status).toBe(431);
  expect(refused.body).toContain('Delete the cookies of this site in the browser');
});

test('hops that do not fit the proxies are told on the Connection page', async ({ page }) => {
  await signIn(page, origin, admin);
  // Past the proxy: nobody has added an address.
  await ask(running.origin, { path: '/sign-in', headers: { cookie: 'a=b' } });
  await page.goto(`${origin}/connection`);
  await expect(page.getByText('TRUSTED_PROXY_HOPS counts more proxies than requests pass')).toBeVisible();
});

test('over plain http with ALLOW_INSECURE_HTTP every page carries a banner', async ({ page }) => {
  await page.goto(`${origin}/sign-in`);
  await expect(page.getByText('This console is reached over plain http')).toHaveCount(0);
  const port = await freePort();
  const open = await serve({
    port,
    env: { APP_ORIGIN: `http://console.test:${port}`, ALLOW_INSECURE_HTTP: 'true' },
  });
  await page.goto(`${open.origin}/sign-in`);
  await expect(page.getByText('This console is reached over plain http')).toBeVisible();
  await open.stop();
});

test('without JavaScript the page says that it needs it', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const path of ['/sign-in', '/nope']) {
    await page.goto(origin + path);
    await expect(page.locator('noscript p')).toHaveText(/^Patchboard needs JavaScript\./);
    await expect(page.locator('noscript p')).toBeVisible();
  }
  await context.close();
});

test('with forced colours what is chosen is told by the system’s own colours', async ({ browser }) => {
  const context = await browser.newContext({ forcedColors: 'active' });
  const page = await context.newPage();
  await signIn(page, origin, admin);
  await page.goto(`${origin}/history`);
  const paint = (role: Parameters<Page['getByRole']>[0], name: string | RegExp) =>
    page
      .getByRole(role, { name })
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await paint('link', 'History')).not.toBe(await paint('link', 'Bind'));
  await page.keyboard.press('Control+k');
  const options = page.getByRole('dialog').getByRole('option');
  await expect(options.nth(1)).toBeVisible();
  const paints = await options.evaluateAll((all) =>
    all.map((each) => getComputedStyle(each).backgroundColor),
  );
  expect(new Set(paints).size).toBeGreaterThan(1);
  await context.close();
});
