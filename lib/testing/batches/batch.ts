import { randomUUID } from 'node:crypto';
import { startRunner } from '#lib/batches/runner.ts';
import type { StartBatchInput } from '#lib/batches/schema.ts';
import { getBatch, readBatchFacts, startBatch } from '#lib/batches/service.ts';
import type { BatchView } from '#lib/batches/view.ts';
import { type WantedLine, wantsBatch } from '#lib/testing/batches/wants.ts';
import { ada, app, type Bench } from '#lib/testing/bindings/bench.ts';

let taken = 0;
/** Landlines that no other test of this file uses. */
export const freshNumbers = (count: number): string[] =>
  Array.from({ length: count }, () => {
    taken += 1;
    return `0086075587${String(100_000 + taken).slice(-6)}`;
  });

/** What the page sends after a dry run of now. */
export async function dryRun(
  { context }: Bench,
  lines: WantedLine[],
  rest: Partial<StartBatchInput> = {},
): Promise<StartBatchInput> {
  const keys = lines.map(({ number, appId = app.id }) => ({ appId, number }));
  const facts = await readBatchFacts(context, ada, { keys, batchKey: randomUUID() });
  if (!facts.ok) throw new Error(facts.problem.code);
  const seen = lines.map((each, index) => ({
    seen: facts.value.facts[index]?.newestBindingId ?? null,
    ...each,
  }));
  return wantsBatch(seen, rest);
}

/** Starts a batch and gives its id. */
export async function begin(bench: Bench, lines: WantedLine[], rest: Partial<StartBatchInput> = {}) {
  const answer = await startBatch(bench.context, ada, await dryRun(bench, lines, rest));
  if (!answer.ok || answer.value.kind !== 'started') throw new Error(JSON.stringify(answer));
  return answer.value.batchId;
}

export async function look({ context }: Bench, batchId: string): Promise<BatchView> {
  const batch = await getBatch(context, ada, batchId);
  if (!batch.ok) throw new Error(batch.problem.code);
  return batch.value;
}

/** Lets a runner work while `watch` waits for something. */
export async function whileRunning<T>({ context }: Bench, watch: () => Promise<T>): Promise<T> {
  const stop = startRunner(context);
  try {
    return await watch();
  } finally {
    await stop();
  }
}
