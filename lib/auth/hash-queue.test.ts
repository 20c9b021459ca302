import { expect, test } from 'vitest';
import { withHashSlot } from '#lib/auth/hash-queue.ts';
import { hashArgon2, isCurrentHash, verifyHash } from '#lib/auth/password-hash.ts';

/** Work that ends when it is told to. */
function held() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { promise, release: () => resolve() };
}

test('at most two hash at once, known ones first, and the slots are free again afterwards', async () => {
  const gates = Array.from({ length: 6 }, held);
  const begun: number[] = [];
  const work = (n: number) => async () => {
    begun.push(n);
    await gates[n]?.promise;
    return n;
  };
  const all = [
    ...[0, 1, 2, 3].map((n) => withHashSlot('unknown', work(n))),
    ...[4, 5].map((n) => withHashSlot('known', work(n))),
  ];
  expect(begun).toEqual([0, 1]);
  for (const gate of gates) gate.release();
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(begun).toEqual([0, 1, 4, 5, 2, 3]);
});

test('work that throws frees its slot', async () => {
  const failing = Array.from({ length: 5 }, () =>
    withHashSlot('known', async () => Promise.reject(new Error('no'))),
  );
  expect((await Promise.allSettled(failing)).map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
  expect(await withHashSlot('unknown', async () => 'free')).toBe('free');
});

test('a hundred unknown ones may wait, further ones are turned away, and known ones never', async () => {
  const gate = held();
  const waiting = Array.from({ length: 102 }, () => withHashSlot('unknown', () => gate.promise));
  expect(await withHashSlot('unknown', async () => 'late')).toBeNull();
  const known = withHashSlot('known', async () => 'known');
  gate.release();
  expect(await known).toBe('known');
  expect(await Promise.all(waiting)).not.toContain(null);
});

test('a hash opens for its own password alone, and two of one password differ', async () => {
  const [one, other] = await Promise.all([hashArgon2('correct horse'), hashArgon2('correct horse')]);
  expect(one).not.toBe(other);
  expect(isCurrentHash(one)).toBe(true);
  expect(await verifyHash(one, 'correct horse')).toBe(true);
  expect(await verifyHash(one, 'correct Horse')).toBe(false);
  expect(await verifyHash(one, '')).toBe(false);
  expect(await verifyHash(`${one.slice(0, -4)}`, 'correct horse')).toBe(false);
});
