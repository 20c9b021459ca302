export type Shortcut = 'overview' | 'bind' | 'search' | 'filter' | 'palette' | 'list';

const storageKey = 'patchboard-single-keys';

const typingPlaces =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"]';

/** Single keys can be turned off (WCAG 2.1.4); a browser without storage keeps them on. */
export function singleKeysAreOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off');
  } catch {
    // Without storage the choice lasts as long as the page, which is all such a browser offers.
  }
}

const singleKeyShortcuts: Partial<Record<string, Shortcut>> = {
  o: 'overview',
  b: 'bind',
  f: 'filter',
  '/': 'search',
  '?': 'list',
};

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target' | 'isComposing'>;

/** What a key press asks for. Control or Command with K works everywhere; single keys only while nothing is typed. */
export function shortcutOf(press: Press, singleKeys: boolean): Shortcut | null {
  if (press.isComposing || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return press.key.toLowerCase() === 'k' ? 'palette' : null;
  const target = press.target as { matches?: (selector: string) => boolean } | null;
  if (!singleKeys || target?.matches?.(typingPlaces)) return null;
  return singleKeyShortcuts[press.key] ?? null;
}
