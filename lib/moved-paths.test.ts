import { expect, test } from 'vitest';
import { movedPath } from '#lib/moved-paths.ts';

test.each([
  ['/bulk', '/batches'],
  ['/bulk/new', '/batches/new'],
  ['/bulk/0a1b/x%2Fy', '/batches/0a1b/x%2Fy'],
  ['/records', '/audit-log'],
  ['/settings', '/connection'],
])('%s leads to %s', (from, to) => {
  expect(movedPath(from)).toBe(to);
});

test.each(['/', '/batches', '/bulky', '/history/bulk', '/constructor', '//bulk', '/toString/x'])(
  '%s stays where it is',
  (path) => {
    expect(movedPath(path)).toBeNull();
  },
);
