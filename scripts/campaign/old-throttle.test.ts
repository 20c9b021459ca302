import { expect, test } from 'vitest';
import { oldThrottle, playOldAttack } from '#scripts/campaign/old-throttle.ts';

test('the old rule waited 1, 2, 4 … 60 s after five free tries', () => {
  const { tryAt } = oldThrottle();
  const looked: number[] = [];
  for (let at = 0; at < 400; at += 0.5) if (tryAt(at, 'mei', 'one') === 0) looked.push(at);
  const gaps = looked.slice(4).map((at, n) => (looked[n + 5] ?? at) - at);
  expect(looked.slice(0, 5)).toEqual([0, 0.5, 1, 1.5, 2]);
  expect(gaps.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
});

test.each([1, 10, 100])(
  'under the old rule %i polling addresses kept the owner out for all of five minutes',
  (addresses) => {
    const { ownerIn, guesses } = playOldAttack({ addresses, seconds: 300, perSecond: 9, ownerAt: 90 });
    expect(ownerIn).toBe(false);
    expect(guesses).toBeLessThanOrEqual(15);
  },
);
