import 'server-only';
import { and, asc, eq, ne, or, sql } from 'drizzle-orm';
import type { Database } from '#lib/db/database.ts';
import { savedViews, user, viewDefaults } from '#lib/db/schema.ts';

export type ViewRow = typeof savedViews.$inferSelect;

/** A person's own views and those that anybody shares, by name. */
export const listVisible = (db: Database, userId: string) =>
  db
    .select({ view: savedViews, ownerName: user.name })
    .from(savedViews)
    .leftJoin(user, eq(user.id, savedViews.ownerId))
    .where(or(eq(savedViews.ownerId, userId), savedViews.shared))
    .orderBy(asc(sql`lower(${savedViews.name})`), asc(savedViews.id));

export async function findDefault(db: Database, userId: string): Promise<string | null> {
  const [row] = await db.select().from(viewDefaults).where(eq(viewDefaults.userId, userId));
  return row?.viewId ?? null;
}

/** Sets the view that history opens with; null takes it away. */
export async function storeDefault(db: Database, userId: string, viewId: string | null): Promise<void> {
  if (viewId === null) {
    await db.delete(viewDefaults).where(eq(viewDefaults.userId, userId));
    return;
  }
  await db
    .insert(viewDefaults)
    .values({ userId, viewId })
    .onConflictDoUpdate({ target: viewDefaults.userId, set: { viewId } });
}

export async function findView(db: Database, id: string): Promise<ViewRow | null> {
  const [row] = await db.select().from(savedViews).where(eq(savedViews.id, id));
  return row ?? null;
}

export async function countOwn(db: Database, userId: string): Promise<number> {
  const [row] = await db
    .select({ count: sql<string>`count(*)` })
    .from(savedViews)
    .where(eq(savedViews.ownerId, userId));
  return Number(row?.count ?? 0);
}

/** False when its owner has a view of that name already. */
export async function insertView(db: Database, row: ViewRow): Promise<boolean> {
  const stored = await db
    .insert(savedViews)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: savedViews.id });
  return stored.length === 1;
}

/** False when another view of its owner has that name. */
export async function updateView(
  db: Database,
  { id, ownerId }: ViewRow,
  change: Partial<Pick<ViewRow, 'name' | 'query' | 'shared'>> & { updatedAt: Date },
): Promise<boolean> {
  if (change.name !== undefined && ownerId !== null) {
    const [namesake] = await db
      .select({ id: savedViews.id })
      .from(savedViews)
      .where(
        and(
          eq(savedViews.ownerId, ownerId),
          ne(savedViews.id, id),
          sql`lower(${savedViews.name}) = lower(${change.name})`,
        ),
      );
    if (namesake) return false;
  }
  await db.update(savedViews).set(change).where(eq(savedViews.id, id));
  return true;
}

/** Takes it away, also as anybody's first view. */
export async function removeView(db: Database, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(viewDefaults).where(eq(viewDefaults.viewId, id));
    await tx.delete(savedViews).where(eq(savedViews.id, id));
  });
}
