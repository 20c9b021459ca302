import type { HistorySort } from '#lib/domain/history-search.ts';

/**
 * A place in a list ordered by one thing and then by id. Both are kept exactly, so that no row is skipped or seen
 * twice. A duration of null is a row that has none.
 */
export type Cursor =
  | { sort: 'time'; key: Date; id: string }
  | { sort: 'number'; key: string; id: string }
  | { sort: 'duration'; key: number | null; id: string };

/** Text for a query string, in characters that need no escaping. A time is in milliseconds and base 36. */
export function encodeCursor(cursor: Cursor): string {
  if (cursor.sort === 'time') return `${cursor.key.getTime().toString(36)}.${cursor.id}`;
  return `${cursor.sort.charAt(0)}-${cursor.key ?? ''}.${cursor.id}`;
}

const cursor =
  /^(?:([0-9a-z]{1,9})|n-([0-9]{1,32})|d-([0-9]{0,9}))\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * Reads a cursor of ours for this sort; null for anything else. Never throws: the text comes from an address bar.
 * Nine digits reach the year 5188, and eleven days of duration.
 */
export function parseCursor(text: string, sort: HistorySort): Cursor | null {
  const [, time, number, duration, id = ''] = cursor.exec(text) ?? [];
  if (sort === 'time')
    return time === undefined ? null : { sort, key: new Date(Number.parseInt(time, 36)), id };
  if (sort === 'number') return number === undefined ? null : { sort, key: number, id };
  return duration === undefined ? null : { sort, key: duration === '' ? null : Number(duration), id };
}
