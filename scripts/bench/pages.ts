import { type Browser, chromium, type Page } from 'playwright/test';
import { signIn } from '#e2e/fixtures.ts';
import { bindNumber, fillBind, openReview } from '#e2e/steps/bind-steps.ts';
import { chromiumPath } from '#lib/testing/chromium.ts';
import { admin, type Console, serve } from '#lib/testing/console.ts';
import { measureBareNext } from '#scripts/bench/bare-next.ts';
import { printTable, rounded } from '#scripts/bench/figures.ts';
import { gzippedBytes, scriptsOf } from '#scripts/bench/scripts-of-page.ts';

// npm run bench:pages: gzipped JavaScript of each page: what its document names, and all there is after the page has
// been used. The production build has to be there. A bare Next page is built beside it in the same run.

type Used = { path: string; use: (page: Page) => Promise<unknown> };

const pages: Used[] = [
  { path: '/sign-in', use: (page) => page.getByRole('button', { name: 'Sign in' }).click() },
  {
    path: '/bind',
    use: async (page) => {
      await fillBind(page, { number: '0755 8601 3389', url: 'https://hooks.example.com/b' });
      const dialog = await openReview(page);
      await dialog.getByRole('button', { name: 'Bind number' }).click();
      await page.getByRole('region', { name: 'Result' }).waitFor();
    },
  },
  {
    path: '/history',
    use: async (page) => {
      const filters = page.getByRole('group', { name: 'Filters' });
      await filters.getByRole('button', { name: 'Outcome' }).click();
      await page.getByRole('checkbox', { name: 'Bound' }).waitFor();
      await page.keyboard.press('Escape');
      await filters.getByRole('button', { name: 'Time' }).click();
      await page.getByRole('button', { name: 'Last 24 hours' }).click();
      await page.getByRole('row').nth(1).getByRole('link').first().click();
      await page.getByRole('dialog').getByRole('heading').first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    path: '/numbers',
    use: async (page) => {
      await page.getByRole('button', { name: 'Knowledge' }).click();
      await page.getByRole('checkbox', { name: 'Set here', exact: true }).check();
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: 'By host' }).click();
      await page.getByRole('list', { name: 'Hosts that numbers were last set to' }).waitFor();
    },
  },
  {
    path: '/batches/new',
    use: async (page) => {
      await page.getByRole('combobox', { name: 'App for lines without one' }).selectOption({ index: 1 });
      await page
        .getByRole('textbox', { name: 'Lines to bind' })
        .fill('0755 8601 3390 https://hooks.example.com/b');
      await page.getByRole('button', { name: 'Check lines' }).click();
      await page.getByRole('status').filter({ hasText: 'will bind' }).waitFor();
    },
  },
  {
    path: '/people',
    use: async (page) => {
      await page.getByRole('button', { name: 'Add person' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
];

/** Everything of JavaScript that one page of a browser has loaded, by address. */
function collectScripts(page: Page): Map<string, Promise<Buffer>> {
  const found = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script' || /\.js(\?|$)/.test(response.url()))
      found.set(response.url(), response.body());
  });
  return found;
}

async function measure(browser: Browser, { origin }: Console, { path, use }: Used): Promise<string[]> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  if (path !== '/sign-in') await signIn(page, origin, admin);
  const loaded = collectScripts(page);
  const document = await page.goto(`${origin}${path}`, { waitUntil: 'load' });
  const named = new Set(scriptsOf((await document?.text()) ?? '').map((each) => new URL(each, origin).href));
  await page.waitForTimeout(1_000);
  const atFirst = loaded.size;
  await use(page);
  await page.waitForTimeout(1_000);
  const sizes = new Map<string, number>();
  for (const [url, body] of loaded) sizes.set(url, gzippedBytes(await body));
  await context.close();
  const sum = (bytes: number[]) => kilobytes(bytes.reduce((total, each) => total + each, 0));
  const all = [...sizes];
  return [
    path,
    sum(all.flatMap(([url, bytes]) => (named.has(url) ? [bytes] : []))),
    sum(all.slice(0, atFirst).map(([, bytes]) => bytes)),
    sum(all.map(([, bytes]) => bytes)),
  ];
}

const kilobytes = (bytes: number): string => rounded(bytes / 1000);

const bare = kilobytes(measureBareNext());
const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
});
const running = await serve();
const rows: string[][] = [['bare Next page', bare, bare, bare]];
try {
  const page = await browser.newPage({ locale: 'en-GB' });
  await signIn(page, running.origin, admin);
  await bindNumber(page, running.origin, {
    number: '0755 8601 3388',
    url: 'https://hooks.example.com/a',
  });
  await page.close();
  for (const each of pages) rows.push(await measure(browser, running, each));
} finally {
  await browser.close();
  await running.stop();
}
console.log('kB (1000 bytes) of JavaScript, gzip');
printTable(['page', 'named by the document', 'loaded by itself', 'after using the page'], rows);
