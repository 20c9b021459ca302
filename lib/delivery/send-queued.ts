import 'server-only';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import { attemptDeadlineMs } from '#lib/delivery/limits.ts';
import { retryStore } from '#lib/delivery/retry-store.ts';
import { prepare, sendAttempt, stateAfter } from '#lib/delivery/send.ts';
import { requeueBinding, settleBinding } from '#lib/delivery/store-attempt.ts';
import type { Context } from '#lib/entry/context.ts';
import { quotaOf, slowDown } from '#lib/rate-limit/rate.ts';
import { reachFailPoint } from '#lib/server/fail-point.ts';
import type { SendReport } from '#lib/tencent/gateway.ts';
import { isKeyOrNetworkFault } from '#lib/tencent/retry.ts';

/** So often a line waits for another turn before what keeps it from being sent is its outcome. */
const mostTurns = 20;
/** Fewer for what the next lines would meet as well: by then the batch has been paused. */
const mostFaultyTurns = 6;

/** What came of one attempt: `fault` is the code of the key, the clock or the network, which the next line would meet too. */
export type QueuedSend = { kind: 'settled' | 'requeued'; fault: string | null };

type Sending = {
  /** When the attempt's lease ends, on this process's clock. */
  leasedUntilMs: number;
  wasUnknown: boolean;
  /** Called when its turn has come, so that the next line can be claimed. */
  onTurn: () => void;
};

/** Sends a claimed line of a batch once: at its turn, after the people who wait. What was certainly not applied queues up again. */
export async function sendQueued(
  context: Context,
  binding: BindingRow,
  { leasedUntilMs, wasUnknown, onTurn }: Sending,
): Promise<QueuedSend> {
  const { db, gateway, failPoint } = context;
  const attempt = { bindingId: binding.id, n: binding.attemptCount, leasedUntilMs };
  const options = { deadlineMs: attemptDeadlineMs, priority: 'batch', onTurn } as const;
  const report = await sendAttempt(context, attempt, prepare(gateway, binding), options);
  if (report.outcome === 'throttled') await retryStore(binding.id, () => slowDown(db, quotaOf(context)));
  const fault = isKeyOrNetworkFault(report) ? report.code : null;
  if (!wasUnknown && mayQueueAgain(report, fault, attempt.n)) {
    reachFailPoint(failPoint, 'before-requeue-commit');
    await retryStore(binding.id, () => requeueBinding(db, attempt, report));
    reachFailPoint(failPoint, 'after-requeue-commit');
    return { kind: 'requeued', fault };
  }
  const settlement = { report, state: stateAfter(report.outcome, wasUnknown), durationMs: report.durationMs };
  reachFailPoint(failPoint, 'before-outcome-commit');
  await retryStore(binding.id, () => settleBinding(db, attempt, settlement));
  reachFailPoint(failPoint, 'after-outcome-commit');
  return { kind: 'settled', fault };
}

function mayQueueAgain({ outcome }: SendReport, fault: string | null, turns: number): boolean {
  if (outcome === 'throttled') return turns < mostTurns;
  if (fault !== null) return turns < mostFaultyTurns;
  return outcome === 'not_sent' && turns < mostTurns;
}
