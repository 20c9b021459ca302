import 'server-only';
import { readResetMarks } from '#lib/audit-log/resets.ts';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import { type LateArrival, onTime } from '#lib/bindings/to-view.ts';
import type { UnsettledView } from '#lib/bindings/view.ts';
import { now } from '#lib/clock.ts';
import { nextStep } from '#lib/delivery/late-arrival-window.ts';
import { listTries, listUnsettled, type Unsettled } from '#lib/delivery/store-unsettled.ts';
import type { Context } from '#lib/entry/context.ts';

/**
 * What has to be told of some bindings beside themselves: that a request for their number may arrive late, or might have, and that
 * their actor's password had been reset a short time before.
 */
export async function readLateArrivals(
  { db, horizonMs }: Pick<Context, 'db' | 'horizonMs'>,
  rows: readonly BindingRow[],
): Promise<(row: BindingRow) => LateArrival> {
  const markOf = await readResetMarks(db, rows);
  const bound = rows.filter(({ state }) => state === 'bound');
  if (bound.length === 0) return (row) => ({ ...onTime, afterReset: markOf(row) });
  const ids = bound.map(({ id }) => id);
  const [unsettled, triesOf] = await Promise.all([
    listUnsettled(db, { horizonMs, limit: bound.length, among: bound }),
    listTries(db, ids),
  ]);
  return (row) => {
    const { id } = row;
    const own = unsettled.find(({ boundId }) => boundId === id);
    const again = triesOf.get(id)?.findLast(({ outcome }) => outcome === 'bound');
    return {
      unsettled: own ? toUnsettledView(own) : null,
      sentAgainAt: again?.finishedAt?.toISOString() ?? null,
      afterReset: markOf(row),
    };
  };
}

/** What to tell of a number that is not settled, as of now. */
export function toUnsettledView(unsettled: Unsettled): UnsettledView {
  const { kind } = nextStep(unsettled, now());
  return {
    until: unsettled.until.toISOString(),
    olderId: unsettled.olderId,
    step: kind === 'rest' ? 'send' : kind,
  };
}
