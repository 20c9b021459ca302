import type { BatchIntent, Indexed, Intent, Report } from '#scripts/campaign/history-facts.ts';

/** No attempt is left open for longer than this: a long wait for its slot, its lease, and the look for what was left. */
const openLimitMs = 60_000;

/** I1: what was acknowledged is there. I8: what was told of an end is not taken back. */
export function checkIntents({ intents, bindings }: Indexed, report: Report): void {
  const ofKey = Map.groupBy(bindings, ({ key }) => key);
  for (const [key, { length }] of ofKey) if (length > 1) report('I3', 'two bindings of one key', key);
  for (const { key, told } of intents) {
    const row = ofKey.get(key)?.[0];
    if (told === null) continue;
    if (row === undefined) report('I1', 'lost', key);
    else if (isFinal(told) && row.state !== told) report('I8', 'answer taken back', key);
  }
}

const isFinal = (state: Intent['told']) => state === 'bound' || state === 'refused';

/** I1: a batch is there with all its lines or not at all. I3: a line is sent anew only after it was refused. */
export function checkBatches(history: Indexed, report: Report): void {
  const { batches, batchIntents, bindings } = history;
  const ofKey = Map.groupBy(batches, ({ key }) => key);
  for (const intent of batchIntents) checkBatchIntent(intent, ofKey.get(intent.key) ?? [], report);
  const promised = new Set(history.sentAnew);
  const ofBatch = Map.groupBy(bindings, ({ batchId }) => batchId);
  for (const { id, total } of batches) {
    const lines = Map.groupBy(ofBatch.get(id) ?? [], ({ batchLine }) => batchLine);
    if (lines.size !== total) report('I1', 'half a batch', `${id}: ${lines.size} of ${total} lines`);
    for (const [line, rows] of lines) {
      const last = rows.at(-1)?.id ?? '';
      if (promised.has(last)) report('I1', 'line not sent anew', last);
      if (rows.slice(0, -1).some(({ state }) => state !== 'refused'))
        report('I3', 'line sent anew without reason', `${id} line ${line}`);
    }
  }
}

function checkBatchIntent(
  { key, lines, told }: BatchIntent,
  rows: readonly { id: string; total: number }[],
  report: Report,
): void {
  const [row] = rows;
  if (rows.length > 1) report('I3', 'two batches of one key', key);
  if (told !== null && row?.id !== told) report('I1', 'batch lost', `${told} of key ${key}`);
  if (row !== undefined && row.total !== lines) report('I1', 'half a batch', `${row.id}: not ${lines} lines`);
}

/** I1: all has come to an end, in time. A line waits on only in a batch that somebody may let go on. */
export function checkEnds({ bindings, batches, attempts }: Indexed, report: Report): void {
  const open = new Set(
    batches.flatMap(({ id, state }) => (state === 'running' || state === 'paused' ? [id] : [])),
  );
  for (const { id, state, batchId } of bindings) {
    const waits = state === 'queued' && batchId !== null && open.has(batchId);
    if (state === 'sending' || (state === 'queued' && !waits)) report('I1', 'left open', id);
  }
  for (const { bindingId, n, committedAtMs, finishedAtMs } of attempts) {
    const openMs = (finishedAtMs ?? committedAtMs) - committedAtMs;
    if (openMs > openLimitMs) report('I1', 'open too long', `${bindingId} attempt ${n}: ${openMs} ms`);
  }
}
