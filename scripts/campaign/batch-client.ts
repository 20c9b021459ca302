import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { StartBatchInput } from '#lib/batches/schema.ts';
import type { BatchLinesPage, BatchLineView, BatchView } from '#lib/batches/view.ts';
import { paths } from '#lib/paths.ts';
import { wantsBatch } from '#lib/testing/batches/wants.ts';
import { readFactsOver, readOver, type Seat, startBatchOver } from '#scripts/campaign/action-client.ts';

export type Wanted = { number: string; callbackUrl: string };

const appId = '1400000000';
/** As often as the page of a batch asks. */
const lookEveryMs = 500;

/** Numbers that the simulator takes, each with a URL of its own. */
export const wantedLines = (count: number): Wanted[] =>
  Array.from({ length: count }, (_, index) => ({
    number: `0086075587${String(100_000 + index)}`,
    callbackUrl: `https://hooks.example.com/line/${index}`,
  }));

/** Asks for the facts of the dry run and makes of them what the page sends. Throws when none came. */
export async function planBatch(seat: Seat, lines: readonly Wanted[]): Promise<StartBatchInput> {
  const keys = lines.map(({ number }) => ({ appId, number }));
  const facts = await readFactsOver(seat, { keys, batchKey: randomUUID() });
  if (facts === 'lost' || !facts.ok) throw new Error(`No dry run: ${JSON.stringify(facts)}`);
  const known = facts.value.facts;
  return wantsBatch(lines.map((line, index) => ({ ...line, seen: known[index]?.newestBindingId ?? null })));
}

/** Starts a batch and gives its id; throws unless it was started. */
export async function startPlanned(seat: Seat, plan: StartBatchInput): Promise<string> {
  const heard = await startBatchOver(seat, plan);
  if (heard === 'lost' || !heard.ok || heard.value.kind !== 'started')
    throw new Error(`The batch did not start: ${JSON.stringify(heard).slice(0, 300)}`);
  return heard.value.batchId;
}

/**
 * Looks at a batch as its page does, until it is over; looks that get no answer are made again. Throws when the batch has
 * not moved for two minutes.
 */
export async function watchBatch(
  seat: Seat,
  id: string,
  onLook: (batch: BatchView) => Promise<void> = async () => {},
): Promise<BatchView> {
  let moved = { left: Number.NaN, atMs: performance.now() };
  for (;;) {
    const batch = await readOver<BatchView>(seat, paths.api.batch(id));
    if (batch !== null) {
      await onLook(batch);
      if (batch.state !== 'running') return batch;
      const left = batch.counts.queued + batch.counts.sending + batch.counts.unknown;
      if (left !== moved.left) moved = { left, atMs: performance.now() };
    }
    if (performance.now() - moved.atMs > 120_000)
      throw new Error(`The batch stands still: ${JSON.stringify(batch)}`);
    await pause(lookEveryMs);
  }
}

/** Every line of a batch as somebody reads it who scrolls to the end. Throws when a page does not come. */
export async function readLines(seat: Seat, id: string): Promise<BatchLineView[]> {
  const lines: BatchLineView[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const path: string = `${paths.api.batchLines(id)}?after=${after}`;
    const page: BatchLinesPage | null = await readOver<BatchLinesPage>(seat, path);
    if (page === null) throw new Error(`${path} was not answered.`);
    lines.push(...page.lines);
    after = page.nextAfter;
  }
  return lines;
}
