import { describe, expect, test } from 'vitest';
import { readContact, type Try } from '#lib/overview/contact.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 1, 12, minute));
const iso = (minute: number): string => at(minute).toISOString();
const tried = (minute: number, rest: Partial<Try> = {}): Try => ({
  finishedAt: at(minute),
  outcome: 'bound',
  code: null,
  clockSkewMs: null,
  ...rest,
});

describe('what is known of the way to the provider', () => {
  test('nothing, as long as nothing was sent', () => {
    expect(readContact([], null)).toEqual({ answeredAt: null, silence: null, clock: null });
  });

  test('a refusal is an answer too, and the newest answer that has the time tells the clock', () => {
    const tries = [
      tried(9, { outcome: 'refused', code: 'OperationDenied' }),
      tried(8, { clockSkewMs: -400 }),
    ];
    expect(readContact(tries, null)).toEqual({
      answeredAt: iso(9),
      silence: null,
      clock: { at: iso(8), skewMs: -400 },
    });
  });

  test('silence counts only where it is newer than the newest answer', () => {
    const silent = { outcome: 'not_sent', code: 'NotSent.ConnectionRefused' } as const;
    expect(readContact([tried(9), tried(8, silent)], null).silence).toBeNull();
    expect(readContact([tried(9, silent), tried(8)], null)).toMatchObject({
      answeredAt: iso(8),
      silence: { at: iso(9), code: 'NotSent.ConnectionRefused' },
    });
    expect(readContact([tried(9, silent)], null).answeredAt).toBeNull();
  });

  test('what ended on our own side says nothing about the provider', () => {
    const tries = [
      tried(9, { outcome: 'unknown', code: 'Unknown.Interrupted' }),
      tried(8, { outcome: 'not_sent', code: 'NotSent.WaitedTooLong' }),
    ];
    expect(readContact(tries, null)).toEqual({ answeredAt: null, silence: null, clock: null });
  });

  test('a check of the key counts like a request', () => {
    const silent = tried(8, { outcome: 'unknown', code: 'Unknown.Timeout' });
    expect(readContact([silent], { verdict: 'limited', code: 'X', at: iso(9) })).toMatchObject({
      answeredAt: iso(9),
      silence: null,
    });
    const check = { verdict: 'not_sent', code: 'NotSent.Dns', at: iso(9) } as const;
    expect(readContact([tried(8)], check)).toMatchObject({
      answeredAt: iso(8),
      silence: { at: iso(9), code: 'NotSent.Dns' },
    });
  });
});
