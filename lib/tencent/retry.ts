import type { AttemptOutcome } from '#lib/domain/outcome.ts';

export type RetryQuestion = {
  outcome: AttemptOutcome;
  code: string | null;
  clockSkewMs: number | null;
  /** Attempts made so far for this binding by this machine, from 1. */
  attempt: number;
  elapsedMs: number;
  /** What the whole binding may take, waits included. */
  budgetMs: number;
  /** Whether an expired signature was already repeated with a corrected clock. */
  clockCorrected: boolean;
  /** A number from 0 up to 1, so that tests can choose the jitter. */
  random: number;
};

const maxAttempts = 6;
/** A repeat that has less than this left of the budget would only time out. */
const leastUsefulMs = 500;

/** Between half and one and a half of the wait, so that several waiting servers do not come back together. */
const jittered = (waitMs: number, random: number): number => Math.round(waitMs * (0.5 + random));

function waitMsFor(question: RetryQuestion): number | null {
  const { outcome, code, attempt, random } = question;
  if (outcome === 'throttled') {
    const base = code === 'RequestLimitExceeded.IPLimitExceeded' ? 2_000 : 1_000;
    return jittered(base * 1.5 ** (attempt - 1), random);
  }
  if (outcome === 'not_sent') {
    const hopeless = code === 'NotSent.CertificateInvalid' || code === 'NotSent.RequestInvalid';
    return hopeless ? null : jittered(Math.min(200 * 2 ** (attempt - 1), 2_000), random);
  }
  // With the provider's clock measured, the gateway signs the repeat by it.
  const expired = outcome === 'refused' && code === 'AuthFailure.SignatureExpire';
  return expired && question.clockSkewMs !== null && !question.clockCorrected ? 0 : null;
}

/**
 * True for a failure that has nothing to do with the number: a key that is refused, a clock that is wrong, a name that
 * is not found. Certainly not applied, and the next request would meet it too.
 */
export const isKeyOrNetworkFault = ({
  outcome,
  code,
}: {
  outcome: AttemptOutcome;
  code: string | null;
}): boolean => {
  if (outcome === 'not_sent') return code !== 'NotSent.WaitedTooLong' && code !== 'NotSent.RequestInvalid';
  return (
    outcome === 'refused' && code !== null && /^(AuthFailure|UnauthorizedOperation|Ip(Not)?In)/.test(code)
  );
};

/**
 * Whether the machine sends the same binding again, and after how many milliseconds. Only what was certainly not
 * applied is repeated; an unknown outcome never is.
 */
export function decideRetry(question: RetryQuestion): { retryInMs: number } | null {
  if (question.attempt >= maxAttempts) return null;
  const retryInMs = waitMsFor(question);
  if (retryInMs === null) return null;
  return question.elapsedMs + retryInMs + leastUsefulMs <= question.budgetMs ? { retryInMs } : null;
}
