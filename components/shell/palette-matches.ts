/**
 * Something the palette can do. `words` are found besides the shown text, so that `bind` works in every language; `label`: its
 * own name within the text. */
export type Command = {
  id: string;
  text: string;
  words: string;
  run: () => void;
  label?: string;
  /** Shown only once something is typed. */
  onlyTyped?: boolean;
};

/** Commands that hold every typed word, in their own order; all of them while nothing is typed. */
export function matchCommands(commands: readonly Command[], typed: string): Command[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = commands.filter(({ text, words, onlyTyped }) => {
    if (onlyTyped && wanted.length === 0) return false;
    const held = `${text} ${words}`.toLowerCase();
    return wanted.every((word) => held.includes(word));
  });
  return exactFirst(found, typed, ({ text, label }) => label ?? text);
}

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
