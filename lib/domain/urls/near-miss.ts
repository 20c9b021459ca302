/**
 * The known name that was probably meant: one character more, less or other, or two neighbours swapped. Null for a name
 * that is known itself.
 */
export function nearMiss(typed: string, known: readonly string[]): string | null {
  if (known.includes(typed)) return null;
  return known.find((name) => isOneOff(typed, name)) ?? null;
}

function isOneOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const rest = one.slice(start);
  const otherRest = other.slice(start);
  if (rest.slice(1) === otherRest || rest === otherRest.slice(1)) return true;
  if (rest.slice(1) === otherRest.slice(1)) return true;
  const swapped = `${rest[1] ?? ''}${rest[0] ?? ''}${rest.slice(2)}`;
  return rest.length > 1 && swapped === otherRest;
}
