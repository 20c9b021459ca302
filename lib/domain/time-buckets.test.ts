import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketEdges, mostBuckets } from '#lib/domain/time-buckets.ts';

const range = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) });
const shown = (edges: Date[]) => edges.map((edge) => edge.toISOString().slice(0, 16));

describe('cutting a range of time into buckets', () => {
  test('an hour has a bar a minute or two, a day one each half hour, a week one each three hours', () => {
    const count = (from: string, to: string) => bucketEdges(range(from, to), 'UTC').length - 1;
    expect(count('2026-11-03T10:00:00Z', '2026-11-03T11:00:00Z')).toBe(30);
    expect(count('2026-11-03T00:00:00Z', '2026-11-04T00:00:00Z')).toBe(48);
    expect(count('2026-11-01T00:00:00Z', '2026-11-08T00:00:00Z')).toBe(56);
    expect(count('2026-01-01T00:00:00Z', '2026-12-31T00:00:00Z')).toBe(53);
  });

  test('days begin at midnight of the zone and are as long as its clock says', () => {
    const edges = shown(bucketEdges(range('2026-10-10T12:00:00Z', '2026-11-20T12:00:00Z'), 'Europe/Berlin'));
    expect(edges).toContain('2026-10-24T22:00');
    expect(edges).toContain('2026-10-25T23:00');
    expect(
      shown(bucketEdges(range('2026-11-01T05:00:00Z', '2026-11-08T05:00:00Z'), 'Asia/Shanghai')),
    ).toContain('2026-11-03T16:00');
  });

  test('parts of a day begin anew at each midnight, also where the clock changes', () => {
    const edges = shown(bucketEdges(range('2026-10-20T00:00:00Z', '2026-11-01T00:00:00Z'), 'Europe/Berlin'));
    for (const midnight of ['2026-10-24T22:00', '2026-10-25T23:00', '2026-10-26T23:00', '2026-10-27T23:00'])
      expect(edges).toContain(midnight);
  });

  test('months and years begin on the first', () => {
    expect(
      shown(bucketEdges(range('2024-02-10T00:00:00Z', '2026-03-05T00:00:00Z'), 'UTC')).slice(0, 3),
    ).toEqual(['2024-02-01T00:00', '2024-03-01T00:00', '2024-04-01T00:00']);
    expect(shown(bucketEdges(range('1990-02-10T00:00:00Z', '2026-03-05T00:00:00Z'), 'UTC'))[0]).toBe(
      '1990-01-01T00:00',
    );
  });

  test('edges rise, hold the range and are not too many, whatever the range and the zone', () => {
    const zones = [
      'UTC',
      'Asia/Shanghai',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Africa/Cairo',
    ];
    const moment = fc.integer({ min: 0, max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 1, max: Date.UTC(2025, 0) }),
        fc.constantFrom(...zones),
        (at, ms, zone) => {
          const [from, to] = [new Date(at), new Date(at + ms)];
          const edges = bucketEdges({ from, to }, zone);
          expect(edges[0]?.getTime()).toBeLessThanOrEqual(from.getTime());
          expect(edges.at(-1)?.getTime()).toBeGreaterThanOrEqual(to.getTime());
          expect(edges.length - 1).toBeLessThanOrEqual(mostBuckets + 1);
          for (const [index, edge] of edges.entries())
            if (index > 0) expect(edge.getTime()).toBeGreaterThan(edges[index - 1]?.getTime() ?? 0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
