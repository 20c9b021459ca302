import { expect, it } from 'vitest';
import { RowsSeen } from '#lib/audit-log/rows-seen.ts';

const minuteMs = 60_000;
const rowsOf = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name} ${at}`);

it('a row counts once in ten minutes, and then again', () => {
  const seen = new RowsSeen();
  expect(seen.unseenOf('sue', ['a', 'b', 'a'], 0)).toEqual(['a', 'b']);
  seen.mark('sue', ['a', 'b'], 0);
  expect(seen.unseenOf('sue', ['a', 'b', 'c'], 10 * minuteMs - 1)).toEqual(['c']);
  expect(seen.unseenOf('ada', ['a'], 0)).toEqual(['a']);
  expect(seen.unseenOf('sue', ['a', 'b'], 10 * minuteMs)).toEqual(['a', 'b']);
});

it('of one person remembers the newest 40,000 rows', () => {
  const seen = new RowsSeen();
  for (let page = 0; page < 450; page += 1) seen.mark('sue', rowsOf(`page ${page}`, 100), page);
  expect(seen.size).toBe(40_000);
  expect(seen.unseenOf('sue', ['page 49 99', 'page 50 0', 'page 449 99'], 450)).toEqual(['page 49 99']);
});

it('forgets people who were given nothing for ten minutes, as soon as anybody reads', () => {
  const seen = new RowsSeen();
  for (let person = 0; person < 100; person += 1) seen.mark(`person ${person}`, rowsOf('row', 100), 0);
  seen.mark('ada', ['a'], 5 * minuteMs);
  expect(seen.size).toBe(10_001);
  seen.mark('sue', ['a'], 10 * minuteMs);
  expect(seen.size).toBe(2);
  expect(seen.unseenOf('ada', ['a'], 10 * minuteMs)).toEqual([]);
});

it('of everybody together remembers at most 400,000 rows, and forgets who read longest ago first', () => {
  const seen = new RowsSeen();
  for (let person = 0; person < 10; person += 1) seen.mark(`person ${person}`, rowsOf('row', 40_000), person);
  expect(seen.size).toBe(400_000);
  // The first one reads on.
  seen.mark('person 0', ['row 39999'], 20);
  seen.mark('sue', ['a'], 21);
  expect(seen.size).toBe(360_001);
  const known = (holder: string) => seen.unseenOf(holder, ['row 39999'], 22).length === 0;
  expect([known('person 0'), known('person 1'), known('person 2')]).toEqual([true, false, true]);
});
