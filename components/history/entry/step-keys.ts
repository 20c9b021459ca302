type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target'>;

const typingPlaces = 'input, textarea, select, [contenteditable="true"]';

/** Where a key leads from the open entry: ↑ and ↓, and k and j while single keys are on; nowhere while typing. */
export function stepOf(press: Press, singleKeys: boolean): 'newer' | 'older' | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return null;
  const target = press.target as { matches?: (selector: string) => boolean } | null;
  if (target?.matches?.(typingPlaces)) return null;
  if (press.key === 'ArrowUp' || (singleKeys && press.key === 'k')) return 'newer';
  if (press.key === 'ArrowDown' || (singleKeys && press.key === 'j')) return 'older';
  return null;
}
