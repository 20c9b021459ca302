export type Piece = { text: string; changed: boolean };
export type UrlDifference = { before: Piece[]; after: Piece[] };
/** Marks of the hidden parts of two URLs, in order; see `BindingView.hiddenMarks`. */
export type MarkPair = { before: readonly string[]; after: readonly string[] };

const tokens = (url: string): string[] => url.match(/[^/?&=.:#@;]+|[/?&=.:#@;]/g) ?? [];

/** What a token is compared by: a hidden part by its mark, everything else by its text. */
function keysOf(parts: readonly string[], marks: readonly string[] | undefined): string[] {
  let hidden = 0;
  return parts.map((part) => (part === '***' ? `*** ${marks?.[hidden++] ?? ''}` : part));
}

/** Lengths of the longest common run of words from each pair of places to the ends. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return lengths;
}

function add(pieces: Piece[], text: string | undefined, changed: boolean): void {
  if (text === undefined) return;
  const last = pieces.at(-1);
  if (last?.changed === changed) last.text += text;
  else pieces.push({ text, changed });
}

/**
 * What differs between two URLs, in whole words of the address (host labels, path parts, parameters), because half
 * a word marked is harder to read than a whole one. The pieces joined are the URLs. `marks` tell hidden parts apart.
 */
export function urlDifference(before: string, after: string, marks?: MarkPair): UrlDifference {
  const [textsA, textsB] = [tokens(before), tokens(after)];
  const [a, b] = [keysOf(textsA, marks?.before), keysOf(textsB, marks?.after)];
  const lengths = commonLengths(a, b);
  const difference: UrlDifference = { before: [], after: [] };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      add(difference.before, textsA[i++], false);
      add(difference.after, textsB[j++], false);
    } else if (j >= b.length || (i < a.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      add(difference.before, textsA[i++], true);
    } else {
      add(difference.after, textsB[j++], true);
    }
  }
  return difference;
}

/** Whether two URLs read alike although they are not: what differs is hidden. */
export const onlyHiddenDiffers = (before: string | null, after: string | null, marks: MarkPair): boolean =>
  before !== null && before === after && marks.before.join() !== marks.after.join();
