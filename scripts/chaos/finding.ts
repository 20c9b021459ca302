import { inspect, isDeepStrictEqual } from 'node:util';

/** One thing that was done, what has to come of it, and what came. */
export type Finding = { did: string; came: string; met: boolean; expected: string };

const show = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : inspect(value, { breakLength: Number.POSITIVE_INFINITY, compact: true, depth: 5, maxArrayLength: 12 });

/** Has to come out exactly so. */
export const same = <T>(did: string, came: T, expected: NoInfer<T>): Finding => ({
  did,
  came: show(came),
  met: isDeepStrictEqual(came, expected),
  expected: show(expected),
});

/** Has to lie between two figures, both included. */
export const within = (
  did: string,
  came: number,
  { from = 0, to, unit }: { from?: number; to: number; unit: string },
): Finding => ({
  did,
  came: `${Math.round(came * 100) / 100} ${unit}`,
  met: came >= from && came <= to,
  expected: `${from} to ${to} ${unit}`,
});

/** Not done here, and why: it is printed, and proves nothing. */
export const skipped = (did: string, reason: string): Finding => ({
  did,
  came: `skipped: ${reason}`,
  met: true,
  expected: '',
});
