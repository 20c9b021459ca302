import { expect, test } from 'vitest';
import { toStream } from '#lib/entry/define-download.ts';

/** Parts that say how far they were made, and when they were left. */
function countedParts(failAt = Number.POSITIVE_INFINITY) {
  const seen = { made: 0, left: false };
  async function* parts() {
    try {
      for (;;) {
        seen.made += 1;
        if (seen.made === failAt) throw new Error('no more');
        yield `part ${seen.made}\n`;
      }
    } finally {
      seen.left = true;
    }
  }
  return { seen, parts: parts() };
}

test('a part is made when the one before has been taken, and none once the reader is gone', async () => {
  const { seen, parts } = countedParts();
  const reader = toStream(parts, 'a test').getReader();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen.made).toBe(0);
  const first = await reader.read();
  expect(new TextDecoder().decode(first.value)).toBe('part 1\n');
  await reader.read();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen).toEqual({ made: 2, left: false });
  await reader.cancel();
  expect(seen).toEqual({ made: 2, left: true });
});

test('a failure on the way breaks the stream instead of ending it', async () => {
  const { parts } = countedParts(3);
  await expect(new Response(toStream(parts, 'a test')).text()).rejects.toThrow('no more');
});
