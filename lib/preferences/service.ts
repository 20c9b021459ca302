import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Database } from '#lib/db/database.ts';
import { mergePatch } from '#lib/domain/merge-patch.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import { type Preferences, type PreferencesChange, readPreferences } from '#lib/preferences/schema.ts';
import { findPreferencesRow, updatePreferencesRow } from '#lib/preferences/store.ts';

type Ground = { db: Database };

/** What the viewer has chosen. Nobody reads or changes another person's. */
export const getPreferences = async ({ db }: Ground, viewer: Viewer): Promise<Preferences> =>
  readPreferences(await findPreferencesRow(db, viewer.id));

/**
 * Keeps what the viewer has chosen, key by key, so that two tabs that change different things do not undo each other.
 * Keys that this version does not know stay, because another version may be running beside it.
 */
export async function changePreferences(
  { db }: Ground,
  viewer: Viewer,
  change: PreferencesChange,
): Promise<Result<null>> {
  if (Object.keys(change).length > 0)
    await updatePreferencesRow(db, viewer.id, (kept) => mergePatch(kept, change));
  return ok(null);
}
