import { describe, expect, test } from 'vitest';
import { type Bucket, highest, stack } from '#components/chart/bar-layout.ts';

const bucket = (counts: Bucket['counts']): Bucket => ({ from: '', to: '', counts });

describe('bars of the chart', () => {
  test('stand on the ground, in one order, as high as their share of the highest', () => {
    const bars = [bucket({ refused: 25, bound: 50 }), bucket({ bound: 100 }), bucket({})];
    const most = highest(bars);
    expect(most).toBe(100);
    expect(bars.map((bar) => stack(bar, { most, height: 200 }))).toEqual([
      [
        { state: 'bound', y: 100, height: 100 },
        { state: 'refused', y: 50, height: 50 },
      ],
      [{ state: 'bound', y: 0, height: 200 }],
      [],
    ]);
  });

  test('one failure among many thousands can still be seen', () => {
    expect(stack(bucket({ bound: 9_999, unknown: 1 }), { most: 100_000, height: 100 }).at(-1)).toMatchObject({
      state: 'unknown',
      height: 2,
    });
  });
});
