import type { YearRow } from '#e2e/data/seed-year.ts';

// What the rows themselves answer, without the code that is asked on screen. Browsers are in Asia/Shanghai (UTC+8).

const inShanghai = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString();

/** `2026-11-03 14:05:09` */
export const timeOf = (at: Date | null): string => (at ? inShanghai(at).slice(0, 19).replace('T', ' ') : '');

/** `2026-11-03` */
export const dayOf = (at: Date): string => inShanghai(at).slice(0, 10);

/** A moment of a day in Shanghai, such as `14:05`. */
export const momentOf = (day: string, time: string): Date => new Date(`${day}T${time}:00+08:00`);

const lineOf = ({ appId, number }: YearRow): string => `${appId} ${number}`;

/** The rows of each number of each app, oldest first. */
export const linesOf = (rows: readonly YearRow[]): Map<string, YearRow[]> => Map.groupBy(rows, lineOf);

/** The binding a number is certainly bound by at a moment; null where none is, or it is not certain. */
export function boundAt(line: readonly YearRow[], at: Date): YearRow | null {
  const stored = line.filter(({ createdAt }) => createdAt <= at);
  const bound = stored.findLast(({ state, settledAt }) => state === 'bound' && settledAt && settledAt <= at);
  if (!bound) return null;
  const later = stored.slice(stored.indexOf(bound) + 1);
  return later.some(({ state }) => state === 'unknown' || state === 'bound') ? null : bound;
}

/** Hosts that a number points at, or may: of its newest bound URL, and of a newer one whose outcome is unknown. */
function hostsOf(line: readonly YearRow[]): (string | null)[] {
  const bound = line.findLastIndex(({ state }) => state === 'bound');
  const open = line.findLastIndex(({ state }) => state === 'unknown');
  const own = bound < 0 ? [] : [line[bound]?.callbackHost ?? null];
  return open > bound ? [...own, line[open]?.callbackHost ?? null] : own;
}

/** `app number` of every number that points at a host, or may, in the order of the board. */
export const usersOf = (rows: readonly YearRow[], host: string): string[] =>
  [...linesOf(rows)]
    .filter(([, line]) => hostsOf(line).includes(host))
    .map(([name]) => name)
    .sort();

/** Groups of rows, the newest first, of which the first with `least` rows or more and no more than a page holds is taken. */
export function newestGroup(
  rows: readonly YearRow[],
  by: (row: YearRow) => string,
  least: number,
): YearRow[] {
  const groups = [...Map.groupBy(rows.toReversed(), by).values()];
  const group = groups.find(({ length }) => length >= least && length <= 25);
  if (!group) throw new Error('The year has no such rows.');
  return group;
}

/** Days of the year such as 5 May, which every country types the same, whether it begins with the day or the month. */
const plainDaysOf = (rows: readonly YearRow[]): string[] =>
  [...new Set(rows.map(({ createdAt }) => dayOf(createdAt)))].filter(
    (day) => day.slice(5, 7) === day.slice(8, 10),
  );

/** A line number that was last set for certain, to another URL than before, and an earlier day when it was certain too. */
export function subjectOf(rows: readonly YearRow[]) {
  const days = plainDaysOf(rows).slice(5);
  for (const line of linesOf(rows).values()) {
    const last = line.at(-1);
    const { callbackHost, callbackUrlMasked, previousCertainty } = last ?? {};
    const before = line.slice(0, -1).findLast(({ state }) => state === 'bound');
    const isClear =
      last?.state === 'bound' &&
      last.number.startsWith('00860') &&
      previousCertainty === 'exact' &&
      before?.callbackUrlMasked &&
      before.callbackUrlMasked !== callbackUrlMasked;
    if (!isClear || !callbackHost || line.length < 12 || usersOf(rows, callbackHost).length < 2) continue;
    const day = days.find((each) => boundAt(line, momentOf(each, '14:05'))?.callbackUrlMasked);
    const then = day && boundAt(line, momentOf(day, '14:05'));
    if (day && then && then !== last) return { last, before, host: callbackHost, day, then };
  }
  throw new Error('The year has no such number.');
}
