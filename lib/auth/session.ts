import { eq, lt, or } from 'drizzle-orm';
import type { Auth } from '#lib/auth/better-auth.ts';
import { sessionLimits } from '#lib/auth/limits.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/database.ts';
import { session as sessions } from '#lib/db/schema/auth.ts';
import { backgroundHeader } from '#lib/domain/background-read.ts';
import { roles } from '#lib/domain/role.ts';
import { peerHeader } from '#lib/server/peer.ts';

type Ground = { db: Database; auth: Auth };

/**
 * Who a request's cookie stands for, or null. The session and the person are read from the database each time, so
 * that a person disabled or demoted a moment ago is out. Over are: an unknown or unsigned token, a session older
 * than 12 hours, and one that nobody used for 30 minutes. A background read is no use.
 */
export async function findSession({ db, auth }: Ground, headers: Headers): Promise<Viewer | null> {
  const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (!found) return null;
  const { session, user } = found;
  const role = roles.find((name) => name === user.role);
  const idleMs = now().getTime() - session.updatedAt.getTime();
  if (!role || user.banned || idleMs > sessionLimits.idleMs) {
    await db.delete(sessions).where(eq(sessions.id, session.id));
    return null;
  }
  if (idleMs > sessionLimits.touchMs && !headers.has(backgroundHeader)) {
    await db.update(sessions).set({ updatedAt: now() }).where(eq(sessions.id, session.id));
  }
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role,
    sessionId: session.id,
    address: headers.get(peerHeader),
  };
}

/** Signs a person out everywhere: their next request finds no session. Gives how many sessions that were. */
export async function endSessionsOf(db: Database, userId: string): Promise<number> {
  const ended = await db.delete(sessions).where(eq(sessions.userId, userId)).returning({ id: sessions.id });
  return ended.length;
}

/** The id of the session in a request's cookie, whether it still counts or not; null where there is none. */
export async function findHeldSession(auth: Auth, headers: Headers): Promise<string | null> {
  const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  return found?.session.id ?? null;
}

export async function endSession(db: Database, id: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, id));
}

/** Removes the rows of sessions that are over: by age, or because nobody used them. */
export async function purgeSessions(db: Database): Promise<void> {
  const idleSince = new Date(now().getTime() - sessionLimits.idleMs);
  await db.delete(sessions).where(or(lt(sessions.expiresAt, now()), lt(sessions.updatedAt, idleSince)));
}
