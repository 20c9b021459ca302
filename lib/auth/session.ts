import { eq } from 'drizzle-orm';
import type { Auth } from '#lib/auth/engine.ts';
import { sessionLimits } from '#lib/auth/limits.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Database } from '#lib/db/database.ts';
import { session as sessions } from '#lib/db/schema/auth.ts';
import { roles } from '#lib/domain/role.ts';
import { now } from '#lib/server/clock.ts';
import { peerHeader } from '#lib/server/peer.ts';

type Ground = { db: Database; auth: Auth };

/**
 * Who a request's cookie stands for, or null. The session and the person are read from the database each time, so
 * that a person disabled or demoted a moment ago is out. Over are: an unknown or unsigned token, a session older
 * than 12 hours, and one that nobody used for 30 minutes.
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
  if (idleMs > sessionLimits.touchMs) {
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

/** Signs a person out everywhere: their next request finds no session. */
export async function endSessionsOf(db: Database, userId: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.userId, userId));
}
