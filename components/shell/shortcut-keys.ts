export type Shortcut = 'overview' | 'bind' | 'numbers' | 'search' | 'filter' | 'palette' | 'list';

const singleKeyShortcuts: Partial<Record<string, Shortcut>> = {
  o: 'overview',
  b: 'bind',
  n: 'numbers',
  f: 'filter',
  '/': 'search',
  '?': 'list',
};

const typingPlaces =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"]';

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target' | 'isComposing'>;

/** What a key press asks for. Control or Command with K works everywhere; single keys only while nothing is typed. */
export function shortcutOf(press: Press, singleKeys: boolean): Shortcut | null {
  if (press.isComposing || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return press.key.toLowerCase() === 'k' ? 'palette' : null;
  const target = press.target as { matches?: (selector: string) => boolean } | null;
  if (!singleKeys || target?.matches?.(typingPlaces)) return null;
  return singleKeyShortcuts[press.key] ?? null;
}
