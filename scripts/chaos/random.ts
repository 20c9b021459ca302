import { createHash } from 'node:crypto';
import { dice } from '#lib/testing/seed/pools.ts';

export type Random = {
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  shuffle<T>(list: readonly T[]): T[];
  some<T>(list: readonly T[], count: number): T[];
  hex(digits: number): string;
  uuid(): string;
  /** A stream of its own, for what goes on beside something else: who draws first must not matter. */
  branch(word: string | number): Random;
};

/** Everything that a schedule draws. The same words give the same stream, whatever else is run beside it. */
export function createRandom(...words: (string | number)[]): Random {
  const roll = dice(createHash('sha256').update(JSON.stringify(words)).digest().readInt32LE());
  const int = (from: number, to: number): number => from + roll(to - from + 1);
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => int(0, 15).toString(16)).join('');
  const shuffle = <T>(list: readonly T[]): T[] => {
    const left = [...list];
    return list.flatMap(() => left.splice(int(0, left.length - 1), 1));
  };
  return {
    int,
    hex,
    pick: (list) => list[int(0, list.length - 1)] ?? list[0],
    shuffle,
    some: (list, count) => shuffle(list).slice(0, count),
    branch: (word) => createRandom(...words, word),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
}
