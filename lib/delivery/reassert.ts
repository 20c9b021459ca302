import 'server-only';
import type { NumberKey } from '#lib/bindings/store-facts.ts';
import { monotonicMs, now } from '#lib/clock.ts';
import { nextStep, reassertWithinMs } from '#lib/delivery/late-arrival-window.ts';
import { attemptDeadlineMs, leaseMs } from '#lib/delivery/limits.ts';
import { retryStore } from '#lib/delivery/retry-store.ts';
import { prepare, sendAttempt } from '#lib/delivery/send.ts';
import { finishAttempt } from '#lib/delivery/store-attempt.ts';
import { claimReassert } from '#lib/delivery/store-reassert.ts';
import { listUnsettled } from '#lib/delivery/store-unsettled.ts';
import type { Context } from '#lib/entry/context.ts';
import { quotaOf, slowDown } from '#lib/rate-limit/rate.ts';
import { reachFailPoint } from '#lib/server/fail-point.ts';
import { orSay, repeat } from '#lib/server/repeat.ts';

/** How often it is looked for numbers whose time has come, in ms. */
const lookEveryMs = 2_000;
/** Numbers that are seen to at once: a second of the pace. */
const mostAtOnce = 20;

/**
 * Settles numbers of which an older request of unknown outcome might have arrived after the newest was bound: once it can
 * arrive no longer, the newest value is sent once more. Until it is stopped; any number of processes may do so on one
 * database. While `isHeld` nothing is sent. Gives back what ends it, which waits for what is under way.
 */
export function startReasserting(
  context: Context,
  { isHeld }: { isHeld: () => Promise<boolean> },
): () => Promise<void> {
  let stopped = false;
  const sendDue = async (): Promise<void> => {
    // Asked again after the wait: nothing begins once this has ended.
    while (!stopped && !(await isHeld()) && !stopped && (await reassertDue(context)) > 0);
  };
  const look = orSay(sendDue, 'numbers that are not settled could not be looked for');
  const end = repeat({ do: look, everyMs: lookEveryMs });
  return () => {
    stopped = true;
    return end();
  };
}

/** Sends again what has to be sent again now, a second's worth of it at most. Gives how many it sent. */
export async function reassertDue(context: Context): Promise<number> {
  const { db, horizonMs } = context;
  const at = now();
  const since = new Date(at.getTime() - reassertWithinMs);
  const unsettled = await listUnsettled(db, { horizonMs, limit: 500, since });
  const due = unsettled.filter((each) => nextStep(each, at).kind === 'send').slice(0, mostAtOnce);
  const sent = await Promise.all(due.map((each) => reassert(context, each)));
  return sent.filter(Boolean).length;
}

/** False when another process saw to it, or something changed. */
async function reassert(context: Context, key: NumberKey): Promise<boolean> {
  const { db, gateway, horizonMs, owner, failPoint } = context;
  const leasedUntilMs = monotonicMs() + leaseMs;
  const bodySha256Of = (binding: Parameters<typeof prepare>[1]) => prepare(gateway, binding).bodySha256;
  const claim = await claimReassert(db, key, { horizonMs, owner, bodySha256Of });
  if (claim === null) return false;
  const { binding, n } = claim;
  const attempt = { bindingId: binding.id, n, leasedUntilMs };
  const options = { deadlineMs: attemptDeadlineMs, priority: 'batch' } as const;
  const report = await sendAttempt(context, attempt, prepare(gateway, binding), options);
  if (report.outcome === 'throttled') await retryStore(binding.id, () => slowDown(db, quotaOf(context)));
  reachFailPoint(failPoint, 'before-outcome-commit');
  await retryStore(binding.id, () => finishAttempt(db, attempt, report));
  reachFailPoint(failPoint, 'after-outcome-commit');
  return true;
}
