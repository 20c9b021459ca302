import { giveGuessesBack, takeGuess } from '#lib/auth/guess-budget.ts';
import type { HashPriority } from '#lib/auth/hash-queue.ts';
import { findKnown } from '#lib/auth/known-origins.ts';
import {
  addressKey,
  countTry,
  deviceKey,
  digestOfAccount,
  digestOfNetwork,
  forgetTries,
  holdUp,
  networkKey,
  takeTryBack,
} from '#lib/auth/throttle.ts';
import type { Database } from '#lib/db/database.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';

export type TryFrom = { email: string; address: string | null; deviceId: string | null };

/** A try whose password may be looked at. */
export type Admission = {
  priority: HashPriority;
  /** The password was right: what this origin tried before is forgotten. */
  succeeded(): Promise<void>;
};

const throttled = (seconds: number) => fail(problem('sign_in_throttled', { params: { seconds } }));

/**
 * Whether a try to sign in is looked at, by where it comes from. See docs/decisions/sign-in-throttle.md.
 * - A browser that signed in to this account before has a budget of its own.
 * - A network where this account signed in before has one for this account.
 * - Another network has one for this account too, and shares the account's budget for unknown networks.
 * Nothing here depends on whether the account exists. `sign_in_throttled`, or `sign_in_account_busy` where others use up
 * the account's budget, say the seconds to wait.
 */
export async function admitTry(db: Database, from: TryFrom): Promise<Result<Admission>> {
  const known = await findKnown(db, from);
  if (known.device && from.deviceId !== null) {
    const device = deviceKey(from.email, from.deviceId);
    const wait = await countTry(db, device);
    if (wait !== null) return throttled(wait);
    return ok({ priority: 'known', succeeded: () => forgetTries(db, device) });
  }
  // The account's network before the address: who hammers one account holds up nobody else at their address.
  const network = networkKey(from.email, from.address);
  const networkWait = await countTry(db, network);
  if (networkWait !== null) return throttled(networkWait);
  const address = addressKey(from.address);
  const addressWait = await countTry(db, address);
  if (addressWait !== null) {
    await takeTryBack(db, network);
    return throttled(addressWait);
  }
  const forgetBoth = async () => {
    await takeTryBack(db, address);
    await forgetTries(db, network);
  };
  if (known.network) return ok({ priority: 'known', succeeded: forgetBoth });
  const guess = { account: digestOfAccount(from.email), network: digestOfNetwork(from.address) };
  const refusal = await takeGuess(db, guess);
  if (refusal !== null) {
    await takeTryBack(db, address);
    await holdUp(db, network, refusal.wait);
    if (!refusal.isFirst) return throttled(refusal.wait);
    return fail(problem('sign_in_account_busy', { params: { seconds: refusal.wait } }));
  }
  return ok({
    priority: 'unknown',
    succeeded: async () => {
      await forgetBoth();
      await giveGuessesBack(db, guess);
    },
  });
}
