/** Which suggestions are shown: those that hold what is typed, or all of them where none does. */
export function offered<Item>(
  items: readonly Item[],
  typed: string,
  textOf: (item: Item) => string,
): readonly Item[] {
  const wanted = typed.trim().toLowerCase();
  const fitting = items.filter((item) => textOf(item).toLowerCase().includes(wanted));
  return (fitting.length > 0 ? fitting : items).slice(0, shownAtOnce);
}

const shownAtOnce = 10;
