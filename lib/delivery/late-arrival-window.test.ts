import { describe, expect, it } from 'vitest';
import { nextStep, type Try } from '#lib/delivery/late-arrival-window.ts';

const until = new Date('2026-03-01T12:00:00Z');
const after = (seconds: number): Date => new Date(until.getTime() + seconds * 1000);
const ended = (outcome: Try['outcome'], seconds: number, code: string | null = null): Try => ({
  outcome,
  code,
  finishedAt: outcome === null ? null : after(seconds),
});
const kindAfter = (seconds: number, tries: Try[] = []): string => {
  const step = nextStep({ until, newestIsBound: true, tries }, after(seconds));
  return step.kind === 'send' ? step.why : step.kind;
};

describe('a number that is not settled', () => {
  it('waits until the older request can no longer arrive, and is left alone after ten minutes more', () => {
    expect([-300, -0.001, 0, 599.9, 600].map((seconds) => kindAfter(seconds))).toEqual([
      ...['wait', 'wait', 'reassert', 'reassert', 'leave'],
    ]);
  });

  it('is left to a person at once when something newer was tried', () => {
    for (const seconds of [-300, 0])
      expect(nextStep({ until, newestIsBound: false, tries: [] }, after(seconds))).toEqual({ kind: 'leave' });
  });

  it('rests while a request is under way, also after the ten minutes', () => {
    expect([1, 700].map((seconds) => kindAfter(seconds, [ended(null, 0)]))).toEqual(['rest', 'rest']);
  });

  it('is sent twice without a clear answer, each time after a longer rest', () => {
    const once = [ended('unknown', 10)];
    expect([11.9, 12].map((seconds) => kindAfter(seconds, once))).toEqual(['rest', 'reassert']);
    expect(kindAfter(100, [...once, ended('unknown', 20)])).toBe('leave');
  });

  it.each([
    ['throttled', 'RequestLimitExceeded'],
    ['not_sent', 'NotSent.ConnectionRefused'],
    ['refused', 'AuthFailure.SignatureExpire'],
  ] as const)('what was %s (%s) is tried again, five times', (outcome, code) => {
    const tries = [1, 2, 3, 4, 5].map((seconds) => ended(outcome, seconds, code));
    expect(tries.map((_, index) => kindAfter(500, tries.slice(0, index + 1)))).toEqual([
      ...['retry', 'retry', 'retry', 'retry', 'leave'],
    ]);
    expect(kindAfter(2.9, tries.slice(0, 1))).toBe('rest');
  });

  it('is left to a person after a refusal', () => {
    expect(kindAfter(500, [ended('refused', 1, 'OperationDenied')])).toBe('leave');
  });
});
