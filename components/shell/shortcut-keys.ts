import { places } from '#components/shell/nav-items.ts';

export type Shortcut = 'go' | 'search' | 'filter' | 'palette' | 'list';

const singleKeyShortcuts: Partial<Record<string, Shortcut>> = {
  g: 'go',
  f: 'filter',
  '/': 'search',
  '?': 'list',
};

const typingPlaces =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"]';

type Press = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target' | 'isComposing' | 'repeat'
>;

/** A key alone, pressed while nothing is typed. */
function isSingleKey(press: Press): boolean {
  const target = press.target as { matches?: (selector: string) => boolean } | null;
  const held = press.ctrlKey || press.metaKey || press.altKey || press.isComposing || press.repeat;
  return !held && !target?.matches?.(typingPlaces);
}

/** What a key press asks for. Control or Command with K works everywhere; single keys only while nothing is typed. */
export function shortcutOf(press: Press, singleKeys: boolean): Shortcut | null {
  const isPalette = (press.ctrlKey || press.metaKey) && !press.altKey && !press.isComposing;
  if (isPalette && press.key.toLowerCase() === 'k') return 'palette';
  return singleKeys && isSingleKey(press) ? (singleKeyShortcuts[press.key] ?? null) : null;
}

/** The page that a key opens when it follows G. */
export const placeAfterG = (press: Press) =>
  isSingleKey(press) ? places.find(({ key }) => key === press.key.toLowerCase()) : undefined;
