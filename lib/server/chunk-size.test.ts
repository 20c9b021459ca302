import { describe, expect, it } from 'vitest';
import { chunkSize } from '#lib/server/chunk-size.ts';

const limits = { least: 100, most: 500, targetMs: 15 };

describe('the size of chunks', () => {
  it('grows at most twofold a statement, and not over the most', () => {
    const chunk = chunkSize(limits);
    const sizes = [chunk.rows];
    for (let statement = 0; statement < 4; statement += 1) {
      chunk.took(chunk.rows, 0.1);
      sizes.push(chunk.rows);
    }
    expect(sizes).toEqual([100, 200, 400, 500, 500]);
  });

  it('shrinks at once where statements take longer, and not under the least', () => {
    const chunk = chunkSize(limits);
    for (let statement = 0; statement < 3; statement += 1) chunk.took(chunk.rows, 0);
    chunk.took(500, 30);
    expect(chunk.rows).toBe(250);
    chunk.took(250, 5_000);
    expect(chunk.rows).toBe(100);
  });

  it('learns nothing from a statement that had fewer rows than it could have had', () => {
    const chunk = chunkSize(limits);
    chunk.took(3, 200);
    chunk.took(3, 0.1);
    expect(chunk.rows).toBe(100);
  });

  it('is a whole number whatever the time', () => {
    const chunk = chunkSize(limits);
    chunk.took(100, 13.37);
    expect(Number.isInteger(chunk.rows)).toBe(true);
  });
});
