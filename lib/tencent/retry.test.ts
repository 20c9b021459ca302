import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attemptOutcomes } from '#lib/domain/outcome.ts';
import { knownCodes } from '#lib/domain/provider-codes.ts';
import { decideRetry, type RetryQuestion } from '#lib/tencent/retry.ts';

const question: RetryQuestion = {
  outcome: 'throttled',
  code: 'RequestLimitExceeded',
  clockSkewMs: 0,
  attempt: 1,
  elapsedMs: 0,
  budgetMs: 10_000,
  clockCorrected: false,
  random: 0.5,
};

const waits = (base: RetryQuestion) =>
  [1, 2, 3, 4, 5, 6].map((attempt) => decideRetry({ ...base, attempt })?.retryInMs ?? null);

test('a throttled binding waits about a second, then longer', () => {
  expect(waits(question)).toEqual([1_000, 1_500, 2_250, 3_375, 5_063, null]);
});

test('a limit on the address waits twice as long', () => {
  expect(waits({ ...question, code: 'RequestLimitExceeded.IPLimitExceeded' })[0]).toBe(2_000);
});

test('what was not sent is tried again soon, then less often', () => {
  const unsent = { ...question, outcome: 'not_sent', code: 'NotSent.ConnectionRefused' } as const;
  expect(waits(unsent)).toEqual([200, 400, 800, 1_600, 2_000, null]);
});

test('jitter spreads a wait from half to one and a half of it', () => {
  expect(decideRetry({ ...question, random: 0 })).toEqual({ retryInMs: 500 });
  expect(decideRetry({ ...question, random: 0.999 })?.retryInMs).toBeCloseTo(1_499, -1);
});

test('no repeat goes beyond the budget', () => {
  expect(decideRetry({ ...question, elapsedMs: 8_500 })).toEqual({ retryInMs: 1_000 });
  expect(decideRetry({ ...question, elapsedMs: 8_501 })).toBeNull();
});

test('a certificate that cannot be trusted is never tried again', () => {
  expect(decideRetry({ ...question, outcome: 'not_sent', code: 'NotSent.CertificateInvalid' })).toBeNull();
});

describe('an expired signature', () => {
  const expired = {
    ...question,
    outcome: 'refused',
    code: 'AuthFailure.SignatureExpire',
    clockSkewMs: 600_000,
  } as const;

  test('is repeated at once when the provider’s clock was measured', () => {
    expect(decideRetry(expired)).toEqual({ retryInMs: 0 });
    expect(decideRetry({ ...expired, clockSkewMs: -600_000 })).toEqual({ retryInMs: 0 });
    // A correction that became wrong when somebody mended the clock: the skew is 0, the signature was off.
    expect(decideRetry({ ...expired, clockSkewMs: 0 })).toEqual({ retryInMs: 0 });
  });

  test('is repeated only once, and not with an unknown clock', () => {
    expect(decideRetry({ ...expired, clockCorrected: true })).toBeNull();
    expect(decideRetry({ ...expired, clockSkewMs: null })).toBeNull();
  });
});

test('an unknown or bound outcome is never repeated, nor any other refusal, whatever else is true', () => {
  const any = fc.record({
    outcome: fc.constantFrom(...attemptOutcomes),
    code: fc.oneof(fc.constantFrom(...knownCodes), fc.constant(null), fc.string()),
    clockSkewMs: fc.option(fc.integer()),
    attempt: fc.integer({ min: 1, max: 10 }),
    elapsedMs: fc.nat(20_000),
    budgetMs: fc.constant(10_000),
    clockCorrected: fc.boolean(),
    random: fc.double({ min: 0, max: 0.999, noNaN: true }),
  });
  fc.assert(
    fc.property(any, (asked) => {
      if (decideRetry(asked) === null) return;
      const expired = asked.outcome === 'refused' && asked.code === 'AuthFailure.SignatureExpire';
      expect(expired || asked.outcome === 'throttled' || asked.outcome === 'not_sent').toBe(true);
    }),
    { numRuns: 2_000, seed: 5 },
  );
});
