import { eq, lt, sql } from 'drizzle-orm';
import { addressBucket } from '#lib/auth/address-bucket.ts';
import { digestOf } from '#lib/auth/secret.ts';
import type { Database } from '#lib/db/database.ts';
import { signInTries } from '#lib/db/schema/console.ts';

type Patience = {
  /** Tries looked at without waiting. */
  free: number;
  /** Between two looks afterwards, in seconds. */
  longestWait: number;
  /** A try before its time starts the wait again. */
  pollingCosts: boolean;
};

const patience = {
  /** One browser that signed in to this account before. */
  device: { free: 5, longestWait: 60, pollingCosts: true },
  /** One account from one network. */
  network: { free: 5, longestWait: 60, pollingCosts: true },
  /** One address and any account: it may be a whole office behind one router. */
  address: { free: 30, longestWait: 60, pollingCosts: false },
  /** The old password on the page of one's own account. */
  password: { free: 5, longestWait: 60, pollingCosts: true },
} as const satisfies Record<string, Patience>;

/** A key that left off for this many seconds starts again. */
const forgetAfter = 15 * 60;

type Scope = keyof typeof patience;
export type Key = { scope: Scope; key: string };

export const digestOfAccount = (email: string): string => digestOf(email.trim().toLowerCase());
export const digestOfNetwork = (address: string | null): string => digestOf(addressBucket(address));

const keyOf = (scope: Scope, ...parts: string[]): Key => ({ scope, key: `${scope}:${parts.join(':')}` });

export const deviceKey = (email: string, deviceId: string): Key =>
  keyOf('device', digestOf(`${digestOfAccount(email)}:${deviceId}`));

export const networkKey = (email: string, address: string | null): Key =>
  keyOf('network', digestOfAccount(email), digestOfNetwork(address));

export const addressKey = (address: string | null): Key => keyOf('address', digestOfNetwork(address));

export const passwordKey = (userId: string): Key => keyOf('password', userId);

/** Not `now()`: that is when the transaction began, which for a try that waited for the row is too early. */
export const clock = sql`clock_timestamp()`;

const seconds = (amount: number | ReturnType<typeof sql>) => sql`${amount} * interval '1 second'`;
const secondsLeft = sql<number>`greatest(ceil(extract(epoch from ${signInTries.opensAt} - ${clock})), 1)::int`;

/**
 * Counts one try and says whether it may be looked at: null, or the seconds to wait. After the free tries the wait
 * doubles with each look; where polling costs, a try before its time starts the wait again. One statement on the
 * database's clock: parallel tries and other processes count together, and a restart forgets nothing. A poll writes at
 * most once a second.
 */
export async function countTry(db: Database, { scope, key }: Key): Promise<number | null> {
  const { free, longestWait, pollingCosts } = patience[scope];
  const isOpen = sql`${signInTries.opensAt} <= ${clock}`;
  const next = sql`(case when ${signInTries.forgottenAt} <= ${clock} then 1 else ${signInTries.tries} + 1 end)`;
  const nextWait = sql`(case when ${next} < ${free} then 0 else least(power(2, least(${next} - ${free}, 20)), ${longestWait}) end)::int`;
  const pushed = sql`${clock} + ${seconds(sql`least(${signInTries.wait}, ${longestWait})`)}`;
  const isLater = sql`${pushed} > ${signInTries.opensAt} + ${seconds(1)}`;
  const forgottenAt = sql`${clock} + ${seconds(forgetAfter)}`;
  const [row] = await db
    .insert(signInTries)
    .values({ key, tries: 1, opensAt: clock, forgottenAt })
    .onConflictDoUpdate({
      target: signInTries.key,
      set: {
        tries: sql`case when ${isOpen} then ${next} else ${signInTries.tries} end`,
        opensAt: sql`case when ${isOpen} then ${clock} + ${seconds(nextWait)} else ${pushed} end`,
        wait: sql`case when ${isOpen} then ${nextWait} else ${signInTries.wait} end`,
        refused: sql`not (${isOpen})`,
        forgottenAt,
      },
      setWhere: pollingCosts ? sql`${isOpen} or ${isLater}` : isOpen,
    })
    .returning({ tries: signInTries.tries, refused: signInTries.refused, wait: secondsLeft });
  if (row && !row.refused) {
    if (row.tries === 1) await db.delete(signInTries).where(lt(signInTries.forgottenAt, clock));
    return null;
  }
  return row?.wait ?? secondsToWait(db, key);
}

async function secondsToWait(db: Database, key: string): Promise<number> {
  const [row] = await db.select({ wait: secondsLeft }).from(signInTries).where(eq(signInTries.key, key));
  return row?.wait ?? 1;
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

/** Takes one counted try back, and makes the next one wait this many seconds. */
export async function holdUp(db: Database, { key }: Key, wait: number): Promise<void> {
  await db
    .update(signInTries)
    .set({
      tries: sql`greatest(${signInTries.tries} - 1, 0)`,
      opensAt: sql`${clock} + ${seconds(wait)}`,
      wait,
    })
    .where(eq(signInTries.key, key));
}
