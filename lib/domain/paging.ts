/** A place in a list ordered by time and id. Both are kept exactly, so that no row is skipped or seen twice. */
export type Cursor = { at: Date; id: string };

/** Text for a query string: milliseconds in base 36 and the id, both in characters that need no escaping. */
export const encodeCursor = ({ at, id }: Cursor): string => `${at.getTime().toString(36)}.${id}`;

/** Reads a cursor of ours; null for anything else. Never throws: the text comes from an address bar. Nine digits reach year 5188. */
export function parseCursor(text: string): Cursor | null {
  const match = /^([0-9a-z]{1,9})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return { at: new Date(Number.parseInt(match[1], 36)), id: match[2] };
}
