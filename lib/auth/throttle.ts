import { eq, lt, sql } from 'drizzle-orm';
import { addressBucket } from '#lib/auth/address-bucket.ts';
import { digestOf } from '#lib/auth/secret.ts';
import type { Database } from '#lib/db/database.ts';
import { signInTries } from '#lib/db/schema/console.ts';

/** Tries looked at without waiting, and the longest wait between two looks afterwards, in seconds. */
type Patience = { free: number; longestWait: number };

const patience = {
  account: { free: 5, longestWait: 60 },
  // One address may be a whole office behind one router.
  address: { free: 30, longestWait: 60 },
} as const satisfies Record<string, Patience>;

/** An account or address that left off for so long starts afresh, in seconds. */
const forgetAfter = 15 * 60;

type Scope = keyof typeof patience;
type Key = { scope: Scope; key: string };

export const accountKey = (email: string): Key => ({
  scope: 'account',
  key: `account:${digestOf(email.trim().toLowerCase())}`,
});

export const addressKey = (address: string | null): Key => ({
  scope: 'address',
  key: `address:${digestOf(addressBucket(address))}`,
});

// Not `now()`: that is when the transaction began, which for a try that waited for the row is too early.
const clock = sql`clock_timestamp()`;

/**
 * Counts one try and says whether it may be looked at: null, or the seconds to wait. After the free tries the wait
 * doubles with each look; tries in between are neither looked at nor counted, so that nobody can lock a person out
 * for longer than the longest wait. One statement on the database's clock: parallel tries and other processes
 * count together, and a restart forgets nothing.
 */
export async function countTry(db: Database, { scope, key }: Key): Promise<number | null> {
  const { free, longestWait } = patience[scope];
  const tries = sql`case when ${signInTries.forgottenAt} <= ${clock} then 1 else ${signInTries.tries} + 1 end`;
  const wait = sql`case when ${tries} < ${free} then 0 else least(power(2, least(${tries} - ${free}, 20)), ${longestWait}) end`;
  const forgottenAt = sql`${clock} + ${forgetAfter} * interval '1 second'`;
  const [looked] = await db
    .insert(signInTries)
    .values({ key, tries: 1, opensAt: clock, forgottenAt })
    .onConflictDoUpdate({
      target: signInTries.key,
      set: { tries, opensAt: sql`${clock} + ${wait} * interval '1 second'`, forgottenAt },
      setWhere: sql`${signInTries.opensAt} <= ${clock}`,
    })
    .returning({ tries: signInTries.tries });
  if (looked?.tries === 1) await db.delete(signInTries).where(lt(signInTries.forgottenAt, clock));
  return looked ? null : secondsToWait(db, key);
}

async function secondsToWait(db: Database, key: string): Promise<number> {
  const [row] = await db
    .select({ seconds: sql<number>`ceil(extract(epoch from ${signInTries.opensAt} - ${clock}))::int` })
    .from(signInTries)
    .where(eq(signInTries.key, key));
  return Math.max(row?.seconds ?? 1, 1);
}

/** Forgets the tries of a key: its owner has shown who they are. */
export async function forgetTries(db: Database, { key }: Key): Promise<void> {
  await db.delete(signInTries).where(eq(signInTries.key, key));
}

/** Takes one counted try back, and no more: one right password must not pay for a thousand wrong ones. */
export async function takeTryBack(db: Database, { key }: Key): Promise<void> {
  await db
    .update(signInTries)
    .set({ tries: sql`greatest(${signInTries.tries} - 1, 0)`, opensAt: clock })
    .where(eq(signInTries.key, key));
}
