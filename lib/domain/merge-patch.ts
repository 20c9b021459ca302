type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * JSON Merge Patch (RFC 7396) for a patch that is an object: what it does not name stays, null takes a field away,
 * lists are replaced whole. A field that is undefined is not named.
 */
export function mergePatch(kept: unknown, patch: Fields): Fields {
  const merged = new Map(Object.entries(isFields(kept) ? kept : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else if (isFields(value)) merged.set(name, mergePatch(merged.get(name), value));
    else if (value !== undefined) merged.set(name, value);
  }
  return Object.fromEntries(merged);
}

/**
 * Two patches as one: what the later one says counts, also where it takes away. Only a record that is taken away and
 * then given again keeps its old fields, which a patch cannot say.
 */
export function joinPatches(earlier: Fields, later: Fields): Fields {
  const joined = new Map(Object.entries(earlier));
  for (const [name, value] of Object.entries(later)) {
    const before = joined.get(name);
    if (isFields(before) && isFields(value)) joined.set(name, joinPatches(before, value));
    else if (value !== undefined) joined.set(name, value);
  }
  return Object.fromEntries(joined);
}
