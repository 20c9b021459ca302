import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { layPast, pastBinding } from '#e2e/data/seed-bindings.ts';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import * as steps from '#e2e/steps/batch-move-steps.ts';
import { chinese, english, type Words } from '#e2e/steps/batch-move-words.ts';
import { landlines, postAs } from '#e2e/steps/batch-steps.ts';
import { admit, cleo, sam } from '#e2e/steps/people-steps.ts';
import type { BatchLinesPage } from '#lib/batches/view.ts';
import { wantsBatch } from '#lib/testing/batches/wants.ts';
import { admin, type Console, serve } from '#lib/testing/console.ts';

// Numbers move from one host to another: some fail, are mended and sent again, and in the end all is taken back. One admin
// does it by keys alone, another watches, support sees everything and can press nothing.

test.describe.configure({ mode: 'serial', timeout: 360_000 });

const inEnglish: steps.Move = {
  from: 'old.acme.com',
  to: 'new.acme.com',
  numbers: landlines(1, 300),
  refused: [3, 41, 77, 150, 151, 288, 300],
};
const inChinese: steps.Move = {
  from: 'west.acme.com',
  to: 'east.acme.com',
  numbers: landlines(2001, 60),
  refused: [2, 30, 60],
};
const urlOf = (host: string, number: string) => `https://${host}/in/${number.slice(-5)}?line=${number}`;
const mendedUrl = (host: string, line: number) => `https://${host}/mended/${line}`;

let dataDir: string;
let running: Console;
let page: Page;
let colleaguePage: Page;
let supportPage: Page;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  dataDir = await mkdtemp(join(tmpdir(), 'patchboard-move-'));
  await layPast(
    dataDir,
    [inEnglish, inChinese].flatMap(({ from, numbers }) =>
      numbers.map((number) =>
        pastBinding('2026-02-02T06:00:00Z', { number, callbackUrl: urlOf(from, number) }),
      ),
    ),
  );
  running = await serve({ dataDir });
  page = await (await browser.newContext()).newPage();
  await signIn(page, running.origin, admin);
  colleaguePage = await admit(browser, page, { origin: running.origin, person: cleo });
  supportPage = await admit(browser, page, { origin: running.origin, person: sam });
});
test.afterAll(async () => {
  await Promise.all([page, colleaguePage, supportPage].map((each) => each?.context().close()));
  await running?.stop();
  if (dataDir) await rm(dataDir, { recursive: true, force: true });
});

for (const [move, spoken] of [
  [inEnglish, english],
  [inChinese, chinese],
] as const)
  test(`${move.numbers.length} numbers move by keys, ${move.refused.length} fail and are mended, all is undone (${spoken.language})`, () =>
    tell(move, spoken));

async function tell(move: steps.Move, spoken: Words): Promise<void> {
  const { numbers, refused, from, to } = move;
  const complaints = listenForConsoleErrors(page);
  const arrivals = arrivalsSince((await running.simulator.control.log()).length);
  for (const line of refused)
    await running.simulator.control.addFault({
      when: { number: numbers[line - 1] ?? '' },
      times: 1,
      fault: { kind: 'code', applied: false, code: 'InvalidParameterValue', message: steps.providersWords },
    });
  for (const each of [page, colleaguePage, supportPage]) {
    await each.goto(running.origin);
    await steps.speak(each, spoken);
  }
  const hands = steps.handsOf(page, spoken);
  const seen = (state: string) => expectForEveryone(page, `${spoken.language}, ${state}`);

  await steps.takeNumbers(hands, move);
  await steps.replaceHost(hands, move);
  await seen('dry run');
  expect(await arrivals()).toEqual([]);
  const batch = await steps.sendAll(hands, numbers.length, `${from} → ${to}`);

  await colleaguePage.goto(batch);
  if (spoken === english) await watch(hands);
  await supportPage.goto(batch);
  await steps.expectReadOnly(supportPage, spoken);

  const most = numbers.length - refused.length;
  const everybody = [page, colleaguePage, supportPage];
  await steps.expectSameEnd(everybody, spoken, spoken.partBound(most, numbers.length));
  await actAsSupport(batch, numbers);
  await steps.showRefused(hands, refused.length);
  await seen('refused');
  await steps.retryMended(hands, move, (line) => mendedUrl(to, line));
  await steps.expectSameEnd(everybody, spoken, spoken.allBound);
  const expected = numbers.map((number, place) => ({
    number,
    urls: refused.includes(place + 1) ? [urlOf(to, number), mendedUrl(to, place + 1)] : [urlOf(to, number)],
  }));
  expect(await arrivals()).toEqual(expected);

  await hands.keys.tabTo(page.getByRole('link', { name: spoken.undo }));
  await hands.keys.enter();
  await expect(page.getByRole('heading', { level: 1, name: spoken.undoTitle })).toBeVisible();
  await steps.expectReplaced(page, spoken, numbers.length);
  await seen('dry run of an undo');
  const undo = await steps.sendAll(hands, numbers.length, `${to} → ${from}`);
  await colleaguePage.goto(undo);
  await steps.expectSameEnd([page, colleaguePage], spoken, spoken.allBound);
  await expect(page.getByRole('link', { name: spoken.undoes })).toHaveAttribute(
    'href',
    new URL(batch).pathname,
  );
  await seen('undone');
  const { bindings } = await running.simulator.control.world();
  const boundTo = new Map(bindings.map(({ number, callbackUrl }) => [number, callbackUrl]));
  expect(numbers.map((number) => boundTo.get(number))).toEqual(numbers.map((number) => urlOf(from, number)));

  await lookAsSupport({ batch, undo, spoken, move });
  await page.goto(`${running.origin}/batches`);
  await expect(page.getByRole('list', { name: spoken.batches })).toBeVisible();
  await seen('batches');
  expect(complaints).toEqual([]);
}

/** While it runs, and goes on after a pause and a reload, a second admin sees the same within a second. */
async function watch({ page, keys, words }: steps.Hands): Promise<void> {
  await steps.expectToGoOn(page, words);
  await steps.expectSameSoon(page, colleaguePage, words);
  await keys.tabTo(page.getByRole('button', { name: words.pause }));
  await keys.enter();
  await expect(steps.sentenceOf(page)).toContainText(words.pausedBy);
  await expect(steps.sentenceOf(colleaguePage)).toContainText(words.pausedBy, { timeout: 1000 });
  await expectForEveryone(page, 'batch, paused');
  await keys.enter();
  await expect(steps.sentenceOf(page)).toContainText(words.running);
  await expect(steps.sentenceOf(colleaguePage)).toContainText(words.running, { timeout: 1000 });
  await page.reload();
  await expectForEveryone(page, 'batch, running');
}

/**
 * For each number, in the order of the lines, what arrived of it at the provider, oldest first; without what it turned away
 * for coming too soon, which a busy machine brings about and which is sent again at its turn.
 */
const arrivalsSince = (since: number) => async () => {
  const arrived = await running.simulator.control.log(since);
  const log = arrived.filter(({ verdict }) => !verdict.startsWith('RequestLimitExceeded'));
  const byNumber = Map.groupBy(log, ({ number }) => number ?? '');
  return [...byNumber]
    .map(([number, entries]) => ({ number, urls: entries.map(({ callbackUrl }) => callbackUrl) }))
    .sort((a, b) => a.number.localeCompare(b.number));
};

/** What no page offers to support is refused past the page too; that nothing came of it, the arrivals show. */
async function actAsSupport(batch: string, numbers: readonly string[]): Promise<void> {
  const { origin } = running;
  const batchId = batch.slice(-36);
  const answer = await supportPage.request.get(`${origin}/api/batches/${batchId}/lines?state=refused`);
  const { lines } = (await answer.json()) as BatchLinesPage; // our own route, read by our own view
  const bindingIds = lines.map(({ binding }) => binding.id);
  const stolen = numbers
    .slice(0, 1)
    .map((number) => ({ number, callbackUrl: 'https://support.acme.com/in' }));
  for (const [action, input] of [
    ['retryBatch', { batchId, bindingIds, mended: [] }],
    ['startBatch', wantsBatch(stolen)],
    ['changeBatch', { batchId, to: 'running' }],
  ] as const)
    expect(await postAs(supportPage, origin, action, input), action).toBe('forbidden');
}

type Told = { batch: string; undo: string; spoken: Words; move: steps.Move };

/** Batch, lines, report and history, to be read and nothing else. */
async function lookAsSupport({ batch, undo, spoken, move: { numbers, refused, to } }: Told): Promise<void> {
  const support = supportPage;
  for (const address of [`${running.origin}/batches`, undo, `${batch}?state=refused`, batch]) {
    await support.goto(address);
    await steps.expectReadOnly(support, spoken);
  }
  await expect(support.getByRole('link', { name: spoken.undoneBy })).toBeVisible();
  const href = await support.getByRole('link', { name: spoken.report }).getAttribute('href');
  const report = await support.request.get(new URL(href ?? '', batch).href);
  expect((await report.text()).trim().split('\r\n')).toHaveLength(numbers.length + 1);
  await support.getByRole('link', { name: spoken.entry(1), exact: true }).press('Enter');
  await expect(support.getByRole('link', { name: spoken.lineOf(1) })).toBeVisible();
  await steps.expectReadOnly(support, spoken);
  await support.goto(`${running.origin}/history?host=${to}`);
  await expect(
    support.getByRole('status').filter({ hasText: spoken.changes(numbers.length + refused.length) }),
  ).toBeVisible();
  await steps.expectReadOnly(support, spoken);
}
