import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import { endSessionsOf } from '#lib/auth/session.ts';
import type { Database } from '#lib/db/database.ts';
import { account, user } from '#lib/db/schema/auth.ts';
import type { Role } from '#lib/domain/role.ts';
import { now } from '#lib/server/clock.ts';

/** How better-auth calls accounts that sign in with a password. */
export const credentialProvider = 'credential';

/** As it is stored and looked up. */
export const normaliseEmail = (email: string): string => email.trim().toLowerCase();

/** A person without a password: nobody can sign in as them yet. Null where the email is taken. */
export async function insertPerson(
  db: Database,
  person: { name: string; email: string; role: Role },
): Promise<string | null> {
  const [row] = await db
    .insert(user)
    .values({ ...person, id: randomUUID(), email: normaliseEmail(person.email), emailVerified: true })
    .onConflictDoNothing({ target: user.email })
    .returning({ id: user.id });
  return row?.id ?? null;
}

/** scrypt with better-auth's parameters, so that its sign-in can check it. About 60 ms of one core. */
export const hashOf = (password: string): Promise<string> => hashPassword(password);

/** Sets or replaces a person's password and ends every session that began under the old one. */
export async function storePassword(db: Database, userId: string, hash: string): Promise<void> {
  const own = and(eq(account.userId, userId), eq(account.providerId, credentialProvider));
  const changed = await db
    .update(account)
    .set({ password: hash, updatedAt: now() })
    .where(own)
    .returning({ id: account.id });
  if (changed.length === 0) {
    const id = randomUUID();
    await db
      .insert(account)
      .values({ id, accountId: userId, providerId: credentialProvider, userId, password: hash });
  }
  await endSessionsOf(db, userId);
}
