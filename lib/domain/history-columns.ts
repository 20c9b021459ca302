/** Every column that history can show, in the order they are offered. The time is always shown: it is the way into a row. */
export const historyColumns = [
  'time',
  'number',
  'outcome',
  'change',
  'actor',
  'request',
  'duration',
  'app',
  'type',
  'source',
  'code',
  'reason',
] as const;
export type HistoryColumn = (typeof historyColumns)[number];

/** What somebody sees who has chosen nothing; the source stands under the person. */
export const defaultColumns: readonly HistoryColumn[] = historyColumns.slice(0, 6);

/** A column's width in px. Narrower than the least shows nothing of use. */
export const columnWidth = { min: 88, max: 800 } as const;

const isKnown = (name: unknown): name is HistoryColumn =>
  (historyColumns as readonly unknown[]).includes(name);

/** Columns as they were kept, perhaps by another version: unknown and repeated ones are left out, the time comes back. */
export function knownColumns(kept: readonly unknown[]): HistoryColumn[] {
  const known = new Set(kept.filter(isKnown));
  return known.has('time') ? [...known] : ['time', ...known];
}
