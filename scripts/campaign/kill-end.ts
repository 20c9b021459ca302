import { setTimeout as pause } from 'node:timers/promises';
import type { BatchView } from '#lib/batches/view.ts';
import { paths } from '#lib/paths.ts';
import { changeBatchOver, readOver, type Seat } from '#scripts/campaign/action-client.ts';
import { askBatch, askBind, askRepeat, isOpen } from '#scripts/campaign/kill-asks.ts';
import type { People } from '#scripts/campaign/kill-people.ts';

/** Longer than a lease, the look for what was left, two re-asserts and what is still queued. */
const endLimitMs = 300_000;

/**
 * Brings everything to its end, with nobody killed any more: what got no answer is asked again under its key, paused batches
 * go on, and every third unknown bind is repeated as a person does.
 */
export async function bringToEnd(seat: Seat, { binds, batches }: People): Promise<void> {
  const untilMs = Date.now() + endLimitMs;
  const over = new Set<string>();
  while (true) {
    await inTurn(binds.filter(isOpen), (asked) => askBind(seat, asked));
    await inTurn(batches.filter(isOpen), (asked) => askBatch(seat, asked));
    const ids = batches.flatMap(({ told }) => (told !== null && !over.has(told) ? [told] : []));
    await inTurn(ids, async (id) => {
      const batch = await readOver<BatchView>(seat, paths.api.batch(id));
      if (batch?.state === 'paused') await changeBatchOver(seat, { batchId: id, to: 'running' });
      if (batch && isOver(batch)) over.add(id);
    });
    if (ids.length === 0 && !binds.some(isOpen) && !batches.some(isOpen)) break;
    if (Date.now() > untilMs) return;
    await pause(500);
  }
  const unknown = binds.filter(({ told }, index) => told === 'unknown' && index % 3 === 0);
  await inTurn(unknown, (asked) => askRepeat(seat, asked));
}

const isOver = ({ state, counts }: BatchView): boolean =>
  (state === 'done' || state === 'stopped') && counts.queued + counts.sending === 0;

/** A few at a time, as several browsers would. */
async function inTurn<T>(rows: readonly T[], work: (row: T) => Promise<void>): Promise<void> {
  const waiting = [...rows];
  const worker = async () => {
    for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) await work(row);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}
