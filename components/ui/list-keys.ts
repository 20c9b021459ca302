/** What is called exactly as was typed stands first; the rest stays in order. */
export function exactFirst<Item>(
  items: readonly Item[],
  typed: string,
  labelOf: (item: Item) => string,
): Item[] {
  const wanted = typed.trim().toLowerCase();
  const isExact = (item: Item) => labelOf(item).toLowerCase() === wanted;
  return [...items.filter(isExact), ...items.filter((item) => !isExact(item))];
}

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => (at >= last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  PageDown: (_at, last) => last,
  PageUp: () => 0,
};

/** Where a key leads in a list of `count`; null for keys that lead nowhere. Home and End stay the text's. */
export function stepInList(key: string, at: number, count: number): number | null {
  const step = steps[key];
  return step && count > 0 ? step(at, count - 1) : null;
}
