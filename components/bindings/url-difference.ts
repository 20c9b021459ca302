export type Piece = { text: string; changed: boolean };
export type UrlDifference = { before: Piece[]; after: Piece[] };

const tokens = (url: string): string[] => url.match(/[^/?&=.:#]+|[/?&=.:#]/g) ?? [];

function sharedStart(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

function cut(all: readonly string[], start: number, end: number): Piece[] {
  const pieces = [
    { text: all.slice(0, start).join(''), changed: false },
    { text: all.slice(start, all.length - end).join(''), changed: true },
    { text: all.slice(all.length - end).join(''), changed: false },
  ];
  return pieces.filter(({ text }) => text !== '');
}

/**
 * What differs between two URLs: one stretch, in whole words of the address (host labels, path parts, parameters),
 * because half a word marked is harder to read than a whole one. The pieces joined are the URLs.
 */
export function urlDifference(before: string, after: string): UrlDifference {
  const a = tokens(before);
  const b = tokens(after);
  const start = sharedStart(a, b);
  const end = sharedStart(a.slice(start).reverse(), b.slice(start).reverse());
  return { before: cut(a, start, end), after: cut(b, start, end) };
}
