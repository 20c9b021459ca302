import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { withHashSlot } from '#lib/auth/hash-queue.ts';
import { hashArgon2 } from '#lib/auth/password-hash.ts';
import { endSessionsOf } from '#lib/auth/session.ts';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/database.ts';
import { account, user } from '#lib/db/schema/auth.ts';
import type { Role } from '#lib/domain/role.ts';

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

/** The hash to store for a new password. Waits for its turn, see hash-queue.ts. */
export async function hashOf(password: string): Promise<string> {
  const hash = await withHashSlot('known', () => hashArgon2(password));
  if (hash === null) throw new Error('A hash of priority "known" is never turned away.');
  return hash;
}

/** Sets or replaces a person's password and ends every session that began under the old one. */
export async function storePassword(db: Database, userId: string, hash: string): Promise<void> {
  await storeHash(db, userId, hash);
  await endSessionsOf(db, userId);
}

/** The same password or a new one under this hash; sessions go on. */
export async function storeHash(db: Database, userId: string, hash: string): Promise<void> {
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
}

/** The stored hash of a person's password; null where none was set. */
export async function findHash(db: Database, userId: string): Promise<string | null> {
  const [row] = await db
    .select({ password: account.password })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, credentialProvider)));
  return row?.password ?? null;
}
