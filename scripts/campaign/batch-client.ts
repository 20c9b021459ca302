import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { BatchFactsInput, StartBatchInput } from '#lib/bulk/schema.ts';
import type {
  BatchFacts,
  BatchLinesPage,
  BatchLineView,
  BatchView,
  StartBatchAnswer,
} from '#lib/bulk/view.ts';
import { paths } from '#lib/paths.ts';
import { callAction } from '#scripts/campaign/action-client.ts';

/** A console, and who asks it. */
export type At = { origin: string; cookie: string };
export type Wanted = { number: string; callbackUrl: string };

const appId = '1400000000';
const factsAction = ['/bulk/new', 'lib/bulk/actions.ts', 'readBatchFacts'] as const;
const startAction = ['/bulk/new', 'lib/bulk/actions.ts', 'startBatch'] as const;
/** As often as the page of a batch asks. */
const lookEveryMs = 500;

/** Numbers that the simulator takes, each with a URL of its own. */
export const wantedLines = (count: number): Wanted[] =>
  Array.from({ length: count }, (_, index) => ({
    number: `0086075587${String(100_000 + index)}`,
    callbackUrl: `https://hooks.example.com/line/${index}`,
  }));

/** Asks for the dry run's facts and starts a batch as the page does. Gives its id; throws unless it was started. */
export async function startBatchOver(at: At, lines: readonly Wanted[]): Promise<string> {
  const asked: BatchFactsInput = { keys: lines.map(({ number }) => ({ appId, number })) };
  const { heard: facts } = await callAction<BatchFacts>(at, factsAction, asked);
  if (facts === 'lost' || !facts.ok) throw new Error(`No dry run: ${JSON.stringify(facts)}`);
  const input: StartBatchInput = {
    idempotencyKey: randomUUID(),
    title: null,
    reason: null,
    undoesBatchId: null,
    confirmedCount: lines.length,
    lines: lines.map((line, index) => ({
      ...line,
      line: index + 1,
      appId,
      numberType: 'number',
      seen: facts.value.facts[index]?.newestBindingId ?? null,
    })),
  };
  const { heard } = await callAction<StartBatchAnswer>(at, startAction, input);
  if (heard === 'lost' || !heard.ok || heard.value.kind !== 'started')
    throw new Error(`The batch did not start: ${JSON.stringify(heard).slice(0, 300)}`);
  return heard.value.batchId;
}

async function read<Value>({ origin, cookie }: At, path: string): Promise<Value> {
  const answer = await fetch(`${origin}${path}`, { headers: { accept: 'application/json', cookie } });
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}.`);
  return (await answer.json()) as Value; // our own route's answer
}

/** Looks at a batch as its page does, until it is over. Throws when it has not moved for a minute. */
export async function watchBatch(at: At, id: string, onLook = (_: BatchView) => {}): Promise<BatchView> {
  let moved = { left: Number.NaN, atMs: performance.now() };
  for (;;) {
    const batch = await read<BatchView>(at, paths.api.batch(id));
    onLook(batch);
    if (batch.state !== 'running') return batch;
    const left = batch.counts.queued + batch.counts.sending + batch.counts.unknown;
    if (left !== moved.left) moved = { left, atMs: performance.now() };
    if (performance.now() - moved.atMs > 60_000)
      throw new Error(`The batch stands still: ${JSON.stringify(batch)}`);
    await pause(lookEveryMs);
  }
}

/** Every line of a batch as somebody reads it who scrolls to the end. */
export async function readLines(at: At, id: string): Promise<BatchLineView[]> {
  const lines: BatchLineView[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: BatchLinesPage = await read<BatchLinesPage>(at, `${paths.api.batchLines(id)}?after=${after}`);
    lines.push(...page.lines);
    after = page.nextAfter;
  }
  return lines;
}
