import 'server-only';
import { and, asc, eq, exists, sql } from 'drizzle-orm';
import { revokeLinks } from '#lib/auth/links.ts';
import { endSessionsOf } from '#lib/auth/session.ts';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/database.ts';
import { account, user } from '#lib/db/schema/auth.ts';
import type { Role } from '#lib/domain/role.ts';

const passwordOf = (db: Database) =>
  db.select({ one: sql`1` }).from(account).where(eq(account.userId, user.id));

const columns = (db: Database) => ({
  id: user.id,
  name: user.name,
  email: user.email,
  role: user.role,
  disabled: user.banned,
  lastSignInAt: user.lastSignInAt,
  hasPassword: sql<boolean>`${exists(passwordOf(db))}`,
});

export const listPeopleRows = (db: Database) =>
  db
    .select(columns(db))
    .from(user)
    .orderBy(asc(sql`lower(${user.name})`), asc(user.id));

export async function findPersonRow(db: Database, id: string) {
  const [row] = await db.select(columns(db)).from(user).where(eq(user.id, id));
  return row;
}

export type PersonRow = NonNullable<Awaited<ReturnType<typeof findPersonRow>>>;

/** How the audit log names a person whom something is done to. */
export const subjectOf = ({ id: personId, name, email }: PersonRow) => ({ personId, name, email });

export async function findPersonByEmail(db: Database, email: string) {
  const [row] = await db.select(columns(db)).from(user).where(eq(user.email, email));
  return row;
}

/** Whether somebody else could still sign in as admin. Locks the admins' rows, so that two who act on each other at once are seen one after the other. */
export async function anotherAdminThan(db: Database, id: string): Promise<boolean> {
  const admins = await db
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.role, 'admin'), eq(user.banned, false), exists(passwordOf(db))))
    .orderBy(user.id)
    .for('update');
  return admins.some((admin) => admin.id !== id);
}

/** A new role takes effect with a new session: those begun under the old one end. */
export async function updateRole(db: Database, id: string, role: Role): Promise<{ ended: number }> {
  await db.update(user).set({ role, updatedAt: now() }).where(eq(user.id, id));
  return { ended: await endSessionsOf(db, id) };
}

/** Disabling ends sessions and links as well; gives how many. */
export async function updateDisabled(
  db: Database,
  id: string,
  disabled: boolean,
): Promise<{ ended: number; links: number }> {
  await db.update(user).set({ banned: disabled, updatedAt: now() }).where(eq(user.id, id));
  if (!disabled) return { ended: 0, links: 0 };
  return { ended: await endSessionsOf(db, id), links: await revokeLinks(db, id) };
}
