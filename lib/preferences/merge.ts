import type { PreferencesChange } from '#lib/preferences/schema.ts';

type Kept = Record<string, unknown>;

const isRecord = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const withoutNulls = (value: Kept): Kept =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null && each !== undefined));

/**
 * What is kept after a change: key by key, so that two tabs that change different things do not undo each other. Keys
 * that this version does not know stay, because another version may be running beside it.
 */
export function mergePreferences(kept: unknown, { widths, ...change }: PreferencesChange): Kept {
  const before = isRecord(kept) ? kept : {};
  const after = { ...before, ...withoutUndefined(change) };
  if (widths === undefined) return withoutNulls(after);
  const widthsBefore = isRecord(before.widths) ? before.widths : {};
  return withoutNulls({ ...after, widths: widths && withoutNulls({ ...widthsBefore, ...widths }) });
}

const withoutUndefined = (value: Kept): Kept =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
