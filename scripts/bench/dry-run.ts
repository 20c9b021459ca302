import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright/test';
import { layPast, pastBinding } from '#e2e/data/seed-bindings.ts';
import { signIn } from '#e2e/fixtures.ts';
import { appOf, fileOf, statusOf, textOf } from '#e2e/steps/new-batch-steps.ts';
import { chromiumPath } from '#lib/testing/chromium.ts';
import { admin, serve } from '#lib/testing/console.ts';
import { heapMib } from '#scripts/bench/browser-heap.ts';
import { printTable, quantile, rounded } from '#scripts/bench/figures.ts';
import { openModules } from '#scripts/bench/modules-on-page.ts';

// npm run bench:dry-run: the page of a new batch at 20,000 rows, each of a number that is bound elsewhere: from the file
// being handed over to the dry run being shown, the longest task of the page's own thread in each step, and what its heap
// and its worker's grow by. Beside it the same plan, by the same modules, on the thread of an empty page: what it would be
// without a worker. The production build has to be there.

const rows = 20_000;
const runs = 3;
const old = (row: number) => `https://old.acme.com/in/${row}`;
const numberOf = (row: number) => `008607556${String(row).padStart(7, '0')}`;

/** In the page: begins to note long tasks, and when a file was handed over and its lines shown. */
function watch(): void {
  const seen = { longest: 0, handedAt: 0, shownAt: 0 };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ entryTypes: ['longtask'] });
  addEventListener('change', () => (seen.handedAt = performance.now()), { capture: true });
  new MutationObserver(() => {
    if (seen.shownAt === 0 && document.querySelector('li[aria-posinset]')) seen.shownAt = performance.now();
  }).observe(document, { childList: true, subtree: true });
}
type Seen = { longest: number; handedAt: number; shownAt: number };
const read = (page: Page) => page.evaluate(() => ({ ...(window as unknown as { seen: Seen }).seen }));

/** What a step's longest task took, in ms; 0 when none took 50. */
async function longestOf(page: Page, step: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => Object.assign((window as unknown as { seen: Seen }).seen, { longest: 0 }));
  await step();
  // Long tasks are told in a task of their own, behind two frames.
  await page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100))),
      ),
  );
  return (await read(page)).longest;
}

type Figures = Record<
  'shown' | 'judged' | 'reading' | 'scrolling' | 'replacing' | 'filtering' | 'sending' | 'grown',
  number
>;

type Run = { origin: string; file: string; host: string };

async function measure(page: Page, { origin, file, host }: Run): Promise<Figures> {
  await page.goto(`${origin}/batches/new`);
  await textOf(page).and(page.locator(':enabled')).waitFor();
  await appOf(page).selectOption({ index: 1 });
  await page.evaluate(watch);
  const before = await heapMib(page);
  const reading = await longestOf(page, async () => {
    await fileOf(page).setInputFiles(file);
    await statusOf(page).waitFor({ timeout: 120_000 });
  });
  const { handedAt, shownAt } = await read(page);
  const judgedAt = await page.evaluate(() => performance.now());
  const grown = (await heapMib(page)) - before;
  const scrolling = await longestOf(page, async () => {
    const list = page.getByRole('region', { name: 'Lines of the dry run' });
    for (const share of [0.25, 0.5, 0.75, 1])
      await list.evaluate((box, to) => {
        box.scrollTop = box.scrollHeight * to;
      }, share);
  });
  const replacing = await longestOf(page, async () => {
    await page.getByText('Change all URLs at once').click();
    await page.getByRole('textbox', { name: 'Find in URLs' }).pressSequentially('old.acme.com');
    await page.getByRole('textbox', { name: 'Replace with' }).fill(host);
    await page.keyboard.press('Enter');
    await statusOf(page).filter({ hasText: '20,000 replace' }).waitFor();
  });
  const filtering = await longestOf(page, async () => {
    await page.getByRole('radio', { name: /^Replaces / }).check();
    await page.getByRole('button', { name: 'Remove line 2', exact: true }).click();
    await statusOf(page).filter({ hasText: '19,999 replace' }).waitFor();
  });
  const sending = await longestOf(page, async () => {
    await page.getByRole('textbox', { name: /^Type / }).fill(String(rows - 1));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/batches\/[0-9a-f-]{36}$/);
  });
  // It would go on for a quarter of an hour.
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop batch' }).click();
  await page.getByRole('main').getByRole('status').filter({ hasText: 'Stopped by' }).waitFor();
  return {
    shown: shownAt - handedAt,
    judged: judgedAt - handedAt,
    grown,
    reading,
    scrolling,
    replacing,
    filtering,
    sending,
  };
}

/** Reads and plans the file on the page's own thread, and draws nothing. */
async function measureWithoutWorker(
  page: Page,
  file: string,
): Promise<Pick<Figures, 'shown' | 'reading' | 'grown'>> {
  await openModules(page);
  const before = await heapMib(page);
  const took = await page.evaluate(
    async ([text, path]) => {
      const { answerPlan } = await import(path);
      const { buffer } = new TextEncoder().encode(text);
      const begunAt = performance.now();
      const answer = answerPlan({
        ask: 1,
        source: { bytes: buffer },
        defaults: { appId: '1400000000', callbackUrl: null },
        apps: [{ id: '1400000000', name: 'Main line' }],
        allowHttp: false,
      });
      const endedAt = performance.now();
      // Else it would be collected before it is weighed.
      Object.assign(window, { answer });
      return endedAt - begunAt;
    },
    [await readFile(file, 'utf8'), '#components/batches/new/lines/line-worker.ts'] as const,
  );
  return { shown: took, reading: took, grown: (await heapMib(page)) - before };
}

const dataDir = await mkdtemp(join(tmpdir(), 'patchboard-dry-run-'));
await layPast(
  dataDir,
  Array.from({ length: rows }, (_, row) =>
    pastBinding('2026-01-05T08:00:00Z', { number: numberOf(row), callbackUrl: old(row) }),
  ),
);
// On the disk, or the browser's own remote control would unpack it on the thread that is measured.
const file = join(dataDir, 'many.csv');
const lines = Array.from({ length: rows }, (_, row) => `${numberOf(row)},${old(row)}`);
await writeFile(file, ['number,callback_url', ...lines].join('\n'));
const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox'],
});
const running = await serve({ dataDir });
const found: Figures[] = [];
const alone: Partial<Figures>[] = [];
try {
  const page = await browser.newPage({ locale: 'en-GB' });
  page.setDefaultTimeout(180_000);
  await signIn(page, running.origin, admin);
  for (let run = 0; run < runs; run += 1) {
    found.push(await measure(page, { origin: running.origin, file, host: `new${run}.acme.com` }));
    const empty = await browser.newPage();
    alone.push(await measureWithoutWorker(empty, file));
    await empty.close();
  }
} finally {
  await browser.close();
  await running.stop();
  await rm(dataDir, { recursive: true, force: true });
}

const titles: Record<keyof Figures, string> = {
  shown: 'file handed over to dry run shown, ms',
  judged: 'and every line compared with what is known, ms',
  grown: 'memory, MiB',
  reading: 'longest task: reading, ms',
  scrolling: 'longest task: scrolling, ms',
  replacing: 'longest task: finding and replacing, ms',
  filtering: 'longest task: filtering and removing, ms',
  sending: 'longest task: sending, ms',
};
/** A browser tells of no task that took less than 50 ms. */
const written = (figure: number): string => (figure === 0 ? 'under 50' : rounded(figure, 0));
printTable(
  ['20,000 rows', 'median', 'worst', 'planned on the page’s own thread (median)'],
  (Object.keys(titles) as (keyof Figures)[]).map((name) => {
    const figures = found.map((each) => each[name]);
    const others = alone.flatMap((each) => each[name] ?? []);
    return [
      titles[name],
      written(quantile(figures, 0.5)),
      written(Math.max(...figures)),
      others.length === 0 ? '' : rounded(quantile(others, 0.5), 0),
    ];
  }),
);
