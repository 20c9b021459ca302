import 'server-only';
import { eq } from 'drizzle-orm';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/database.ts';
import { preferences } from '#lib/db/schema/preferences.ts';

/** As it was written, by whichever version. Null for who has chosen nothing. */
export async function findPreferencesRow(db: Database, userId: string): Promise<unknown> {
  const [row] = await db
    .select({ value: preferences.value })
    .from(preferences)
    .where(eq(preferences.userId, userId));
  return row?.value ?? null;
}

/** Replaces what is kept by what `change` makes of it, one writer at a time. */
export const updatePreferencesRow = (
  db: Database,
  userId: string,
  change: (kept: unknown) => Record<string, unknown>,
): Promise<void> =>
  db.transaction(async (inside) => {
    await inside.insert(preferences).values({ userId, value: {} }).onConflictDoNothing();
    const own = eq(preferences.userId, userId);
    const [row] = await inside
      .select({ value: preferences.value })
      .from(preferences)
      .where(own)
      .for('update');
    await inside
      .update(preferences)
      .set({ value: change(row?.value), updatedAt: now() })
      .where(own);
  });
