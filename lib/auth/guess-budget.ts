import { and, desc, eq, gt, lt, sql } from 'drizzle-orm';
import { clock } from '#lib/auth/throttle.ts';
import type { Database } from '#lib/db/database.ts';
import { signInGuesses, signInTries } from '#lib/db/schema/console.ts';

/** Passwords looked at for one account in `windowSeconds`, from all unknown networks together. */
const mostGuesses = 14;
/**
 * A network's second and later guesses are looked at only while there are fewer than this many. With it, n networks
 * take at most n + 3, so that against ten of them one is always left for an eleventh.
 */
const mostForRepeats = 4;
const windowSeconds = 300;
/** The longest wait that a network is told which has not guessed yet. */
const longestWait = 60;

type Guess = { account: string; network: string };
export type Refusal = { wait: number; isFirst: boolean };

/**
 * Takes one guess from the account's budget for unknown networks, in digests: null when the password may be looked at,
 * else the seconds to wait and whether the network has no guess of its own in the window. The row of the account is
 * locked, so that parallel tries and other processes are counted one after another.
 */
export function takeGuess(db: Database, { account, network }: Guess): Promise<Refusal | null> {
  return db.transaction(async (tx) => {
    await lockAccount(tx, account);
    const inWindow = and(
      eq(signInGuesses.account, account),
      gt(signInGuesses.at, sql`${clock} - ${windowSeconds} * interval '1 second'`),
    );
    const guesses = await tx
      .select({
        network: signInGuesses.network,
        leavesIn: sql<number>`ceil(extract(epoch from ${signInGuesses.at} - ${clock}) + ${windowSeconds})::int`,
      })
      .from(signInGuesses)
      .where(inWindow)
      .orderBy(desc(signInGuesses.at));
    const isFirst = guesses.every((guess) => guess.network !== network);
    const most = isFirst ? mostGuesses : mostForRepeats;
    if (guesses.length >= most) {
      // The guess whose leaving makes room.
      const wait = Math.max(guesses[most - 1]?.leavesIn ?? 1, 1);
      return { wait: isFirst ? Math.min(wait, longestWait) : wait, isFirst };
    }
    await tx.insert(signInGuesses).values({ account, network, at: clock });
    await tx
      .delete(signInGuesses)
      .where(lt(signInGuesses.at, sql`${clock} - ${2 * windowSeconds} * interval '1 second'`));
    return null;
  });
}

async function lockAccount(tx: Database, account: string): Promise<void> {
  const forgottenAt = sql`${clock} + ${2 * windowSeconds} * interval '1 second'`;
  await tx
    .insert(signInTries)
    .values({ key: `account:${account}`, tries: 0, opensAt: clock, forgottenAt })
    .onConflictDoUpdate({ target: signInTries.key, set: { forgottenAt } });
}

/** Gives back the guesses of one network: its owner has shown who they are. Those of other networks stay counted. */
export async function giveGuessesBack(db: Database, { account, network }: Guess): Promise<void> {
  await db
    .delete(signInGuesses)
    .where(and(eq(signInGuesses.account, account), eq(signInGuesses.network, network)));
}
