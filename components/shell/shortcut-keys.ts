export type Shortcut = 'bind' | 'numbers' | 'search' | 'palette' | 'list';

const typingPlaces =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"]';

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target' | 'isComposing'>;

/** What a key press asks for. Control or Command with K works everywhere; single keys only while nothing is typed. */
export function shortcutOf(press: Press, singleKeys: boolean): Shortcut | null {
  if (press.isComposing || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return press.key.toLowerCase() === 'k' ? 'palette' : null;
  const target = press.target as { matches?: (selector: string) => boolean } | null;
  if (!singleKeys || target?.matches?.(typingPlaces)) return null;
  if (press.key === 'b') return 'bind';
  if (press.key === 'n') return 'numbers';
  if (press.key === '/') return 'search';
  return press.key === '?' ? 'list' : null;
}
