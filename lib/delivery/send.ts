import 'server-only';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import { findBinding } from '#lib/bindings/store-find.ts';
import { monotonicMs } from '#lib/clock.ts';
import { holdLease, type Leased } from '#lib/delivery/leases.ts';
import { attemptDeadlineMs, bindingBudgetMs, leaseMs } from '#lib/delivery/limits.ts';
import { retryStore } from '#lib/delivery/retry-store.ts';
import { continueBinding, settleBinding } from '#lib/delivery/store-attempt.ts';
import type { AttemptOutcome, BindingState } from '#lib/domain/outcome.ts';
import type { Context } from '#lib/entry/context.ts';
import type { Priority } from '#lib/rate-limit/priority-queue.ts';
import { quotaOf, slowDown } from '#lib/rate-limit/rate.ts';
import type { Slot } from '#lib/rate-limit/reserve-slot.ts';
import { reportDeparture, takeSlot } from '#lib/rate-limit/take-slot.ts';
import { type FailPoint, reachFailPoint } from '#lib/server/fail-point.ts';
import { wait } from '#lib/server/wait.ts';
import type { Gateway, Prepared, SendReport } from '#lib/tencent/gateway.ts';
import { decideRetry } from '#lib/tencent/retry.ts';

export const prepare = (
  gateway: Gateway,
  wanted: Pick<BindingRow, 'appId' | 'number' | 'callbackUrl' | 'numberType'>,
): Prepared =>
  gateway.prepareBind({
    sdkAppId: wanted.appId,
    number: wanted.number,
    callbackUrl: wanted.callbackUrl,
    numberType: wanted.numberType,
  });

/** What is written of an attempt that never got its turn. */
export const waitedTooLong: SendReport = {
  outcome: 'not_sent',
  httpStatus: null,
  code: 'NotSent.WaitedTooLong',
  message: null,
  requestId: null,
  durationMs: 0,
  signedAt: 0,
  clockSkewMs: null,
};

type SendOptions = {
  deadlineMs: number;
  /** Before it stands in line. */
  waitMs?: number;
  priority?: Priority;
  /** Called when its turn has come or never will. */
  onTurn?: () => void;
};

/** One attempt: its slot, then the wire. Nothing leaves after the lease. */
export async function sendAttempt(
  context: Context,
  attempt: Leased,
  prepared: Prepared,
  { deadlineMs, waitMs = 0, priority = 'person', onTurn = () => {} }: SendOptions,
): Promise<SendReport> {
  const { db, gateway, failPoint } = context;
  const lease = holdLease(db, attempt);
  const quota = quotaOf(context);
  let slot: Slot | null = null;
  let notAfterMs: number | null = null;
  try {
    if (waitMs > 0) await wait(waitMs);
    slot = await takeSlot(db, quota, priority);
    // As with the turn itself: who claims the next line meanwhile would hold this one up.
    setImmediate(onTurn);
    // A process that was stopped and woken up finds its lease over; another one has settled the attempt by now.
    if (slot !== null) notAfterMs = await lease.lasts(deadlineMs);
    if (slot === null || notAfterMs === null) return waitedTooLong;
  } finally {
    lease.release();
  }
  reachFailPoint(failPoint, 'before-first-byte');
  // Without a fail point the request leaves in one piece and nobody watches.
  const watch = failPoint === null ? {} : { watch: (place: FailPoint) => reachFailPoint(failPoint, place) };
  const used = slot;
  const onFirstByte = () => reportDeparture(quota, used);
  const report = await gateway.send(prepared, { deadlineMs, notAfterMs, onFirstByte, ...watch });
  reachFailPoint(failPoint, 'answer-read');
  return report;
}

/** What a binding ends as. After an unknown attempt a refused repeat says nothing about the earlier request. */
export function stateAfter(outcome: AttemptOutcome, wasUnknown: boolean): BindingState {
  if (outcome === 'bound') return 'bound';
  return outcome === 'unknown' || wasUnknown ? 'unknown' : 'refused';
}

/**
 * Sends a binding whose attempt `n` is written ahead, repeats what was certainly not applied, and settles it. Gives
 * back the row as history has it; as `unknown` when the outcome could not be stored, whatever the provider said.
 */
export async function sendBinding(
  context: Context,
  binding: BindingRow,
  first: { n: number; leasedUntilMs: number; wasUnknown: boolean },
): Promise<BindingRow> {
  const { db, gateway, owner, failPoint } = context;
  const prepared = prepare(gateway, binding);
  let attempt: Leased = { bindingId: binding.id, ...first };
  let startedMs: number | null = null;
  let clockCorrected = false;
  let waitMs = 0;
  for (let tries = 1; ; tries += 1) {
    const spentMs = startedMs === null ? 0 : monotonicMs() - startedMs;
    const deadlineMs = Math.max(1_000, Math.min(attemptDeadlineMs, bindingBudgetMs - spentMs));
    const report = await sendAttempt(context, attempt, prepared, { deadlineMs, waitMs });
    startedMs ??= monotonicMs() - report.durationMs;
    if (report.outcome === 'throttled') await retryStore(binding.id, () => slowDown(db, quotaOf(context)));
    const elapsedMs = monotonicMs() - startedMs;
    const retry = decide(report, { attempt: tries, elapsedMs, clockCorrected });
    const { n } = attempt;
    if (retry === null) {
      const state = stateAfter(report.outcome, first.wasUnknown);
      const settlement = { report, state, durationMs: Math.round(elapsedMs) };
      reachFailPoint(failPoint, 'before-outcome-commit');
      const settled = await retryStore(binding.id, () => settleBinding(db, attempt, settlement));
      reachFailPoint(failPoint, 'after-outcome-commit');
      return settled ?? asStored(context, binding);
    }
    clockCorrected ||= report.outcome === 'refused';
    waitMs = retry.retryInMs;
    const leasedUntilMs = monotonicMs() + leaseMs;
    const step = { n, report, owner, bodySha256: prepared.bodySha256 };
    const next = await retryStore(binding.id, () => continueBinding(db, binding, step));
    if (!next) return asStored(context, binding);
    attempt = { ...next, leasedUntilMs };
  }
}

const decide = (
  report: SendReport,
  soFar: { attempt: number; elapsedMs: number; clockCorrected: boolean },
): { retryInMs: number } | null =>
  report.code === waitedTooLong.code
    ? null
    : decideRetry({ ...report, ...soFar, budgetMs: bindingBudgetMs, random: Math.random() });

/** The row as somebody else settled it; unknown while the database does not answer or nobody has. */
async function asStored({ db }: Context, binding: BindingRow): Promise<BindingRow> {
  const stored = (await retryStore(binding.id, () => findBinding(db, binding.id))) ?? binding;
  return stored.state === 'sending' ? { ...stored, state: 'unknown', code: 'Unknown.Interrupted' } : stored;
}
