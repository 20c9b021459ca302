/** Those that hold one of these texts, as many as are shown. */
export function fitting<Item>(
  items: readonly Item[],
  wanted: readonly string[],
  textOf: (item: Item) => string,
): readonly Item[] {
  const parts = wanted.map((text) => text.trim().toLowerCase());
  const holdsOne = (text: string) => parts.some((part) => text.includes(part));
  return items.filter((item) => holdsOne(textOf(item).toLowerCase())).slice(0, shownAtOnce);
}

/** Which suggestions are shown: those that hold what is typed, or all of them where none does. */
export function offered<Item>(
  items: readonly Item[],
  wanted: readonly string[],
  textOf: (item: Item) => string,
): readonly Item[] {
  const some = fitting(items, wanted, textOf);
  return some.length > 0 ? some : items.slice(0, shownAtOnce);
}

export const shownAtOnce = 10;
