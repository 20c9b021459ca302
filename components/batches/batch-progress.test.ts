import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settledOf, sharesOf } from '#components/batches/batch-progress.ts';
import type { LineState } from '#lib/domain/batch.ts';

const none: Record<LineState, number> = {
  queued: 0,
  sending: 0,
  bound: 0,
  refused: 0,
  unknown: 0,
  unsent: 0,
};

test('one failure among twenty thousand can be seen', () => {
  const shares = sharesOf({ ...none, bound: 19_999, refused: 1 });
  expect(shares.map(({ state }) => state)).toEqual(['bound', 'refused']);
  expect(shares[1]?.width).toBeGreaterThan(0.5);
});

test('the parts stand beside each other and fill the bar', () => {
  const count = fc.integer({ min: 0, max: 20_000 });
  fc.assert(
    fc.property(
      fc.record({
        queued: count,
        sending: count,
        bound: count,
        refused: count,
        unknown: count,
        unsent: count,
      }),
      (counts) => {
        const shares = sharesOf(counts);
        let at = 0;
        for (const { from, width } of shares) {
          expect(from).toBeCloseTo(at);
          at = from + width;
        }
        expect(at).toBeCloseTo(shares.length === 0 ? 0 : 100);
      },
    ),
  );
});

test('what waits and what is under way is not settled', () => {
  expect(settledOf({ queued: 5, sending: 2, bound: 3, refused: 1, unknown: 1, unsent: 4 })).toBe(9);
});
