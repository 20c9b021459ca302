import 'server-only';
import { monotonicMs } from '#lib/clock.ts';
import type { Context } from '#lib/entry/context.ts';
import { quotaOf, slowDown } from '#lib/rate-limit/rate.ts';
import { reportDeparture, takeSlot } from '#lib/rate-limit/take-slot.ts';
import { wait } from '#lib/server/wait.ts';
import type { NumbersPage } from '#lib/tencent/gateway.ts';
import { decideRetry } from '#lib/tencent/retry.ts';

/** From connecting to the last byte of one answer, in ms. */
const deadlineMs = 10_000;
/** What one page may take with its repeats, in ms. Ends before the reading's lease does. */
const budgetMs = 20_000;
/** A read changes nothing, so one without an answer is simply made again, this often. */
const mostUnanswered = 2;

export type PageFailure = { code: string; message: string | null; requestId: string | null };
export type PageAnswer = { ok: true; page: NumbersPage } | { ok: false; failure: PageFailure };

const busy: PageAnswer = {
  ok: false,
  failure: { code: 'NotSent.WaitedTooLong', message: null, requestId: null },
};

/**
 * Reads one page of an app's numbers, at the pace the provider allows for reading. It counts its 20 requests a second for each
 * action apart, so readers share slots of their own and take none that a binding could have.
 */
export async function readPage(
  context: Context,
  request: { sdkAppId: string; pageNumber: number; pageSize: number },
): Promise<PageAnswer> {
  const { db, gateway } = context;
  const quota = quotaOf(context, 'DescribeNumbers');
  const startedMs = monotonicMs();
  let clockCorrected = false;
  for (let attempt = 1, unanswered = 0; ; attempt += 1) {
    const slot = await takeSlot(db, quota);
    if (slot === null) return busy;
    const onFirstByte = () => reportDeparture(quota, slot);
    const { page, ...report } = await gateway.describeNumbers(request, { deadlineMs, onFirstByte });
    if (page !== null) return { ok: true, page };
    if (report.outcome === 'throttled') await slowDown(db, quota);
    const elapsedMs = monotonicMs() - startedMs;
    const retry = decideRetry({
      ...report,
      attempt,
      elapsedMs,
      budgetMs,
      clockCorrected,
      random: Math.random(),
    });
    clockCorrected ||= report.outcome === 'refused';
    if (report.outcome === 'unknown') unanswered += 1;
    const again = report.outcome === 'unknown' && unanswered <= mostUnanswered && elapsedMs < budgetMs / 2;
    if (retry === null && !again) {
      const { code, message, requestId } = report;
      return { ok: false, failure: { code: code ?? 'Unknown.UnexpectedAnswer', message, requestId } };
    }
    await wait(retry?.retryInMs ?? 300 * unanswered);
  }
}
