import { expect, test } from 'vitest';
import { runHostileNumbers } from '#scripts/campaign/hostile-numbers.ts';

test('of 4,000 hostile texts none ends the reading, loses or invents a digit, or is sent as what reads otherwise', () => {
  const { kinds } = runHostileNumbers({ count: 4_000, seed: 7 });
  for (const kind of ['ready', 'ambiguous', 'extension', 'several', 'invalid'] as const)
    expect([kind, kinds[kind] > 100]).toEqual([kind, true]);
}, 60_000);

test('the same seed makes the same inputs', () => {
  expect(runHostileNumbers({ count: 300, seed: 3 }).kinds).toEqual(
    runHostileNumbers({ count: 300, seed: 3 }).kinds,
  );
});
