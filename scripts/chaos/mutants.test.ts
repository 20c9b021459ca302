import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { plantedBugs } from '#scripts/chaos/mutants.ts';

test('there are at least twelve, each with a name of its own', () => {
  expect(new Set(plantedBugs.map(({ name }) => name)).size).toBe(plantedBugs.length);
  expect(plantedBugs.length).toBeGreaterThanOrEqual(12);
});

test.each(plantedBugs)('“$name” can be planted into the code as it is', ({ edits }) => {
  for (const { file, find, put } of edits) {
    const text = readFileSync(file, 'utf8');
    expect(text.split(find), `${file}: ${find}`).toHaveLength(2);
    expect(put).not.toBe(find);
  }
});
