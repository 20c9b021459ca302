import { exactFirst } from '#components/ui/list-keys.ts';
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
