import 'server-only';
import { and, desc, eq, gt, ne } from 'drizzle-orm';
import { sessionLimits } from '#lib/auth/limits.ts';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/database.ts';
import { session, user } from '#lib/db/schema/auth.ts';

const ofPerson = (userId: string) => eq(session.userId, userId);

/** The sessions of a person that still count, the last used one first. */
export function listSessionRows(db: Database, userId: string) {
  const idleSince = new Date(now().getTime() - sessionLimits.idleMs);
  const { id, ipAddress, userAgent, createdAt, updatedAt } = session;
  return db
    .select({ id, ipAddress, userAgent, createdAt, updatedAt })
    .from(session)
    .where(and(ofPerson(userId), gt(session.expiresAt, now()), gt(session.updatedAt, idleSince)))
    .orderBy(desc(session.updatedAt), desc(session.createdAt));
}

/** Ends one session of this person; false where there is no such one. */
export async function endOne(db: Database, userId: string, sessionId: string): Promise<boolean> {
  const ended = await db
    .delete(session)
    .where(and(ofPerson(userId), eq(session.id, sessionId)))
    .returning({ id: session.id });
  return ended.length > 0;
}

/** Ends all sessions of this person but one, and gives how many. */
export async function endOthers(db: Database, userId: string, keptId: string): Promise<number> {
  const ended = await db
    .delete(session)
    .where(and(ofPerson(userId), ne(session.id, keptId)))
    .returning({ id: session.id });
  return ended.length;
}

export async function updateName(db: Database, userId: string, name: string): Promise<void> {
  await db.update(user).set({ name, updatedAt: now() }).where(eq(user.id, userId));
}
