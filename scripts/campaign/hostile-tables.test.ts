import { expect, test } from 'vitest';
import { runHostileTables } from '#scripts/campaign/hostile-tables.ts';

test('of 600 hostile tables none ends the reading, loses a number or has a counter bound', () => {
  const { lines, ready, asked } = runHostileTables({ tables: 600, seed: 7 });
  expect(ready).toBeGreaterThan(1_000);
  expect(asked).toBeGreaterThan(100);
  expect(lines).toBeGreaterThan(ready);
}, 60_000);
