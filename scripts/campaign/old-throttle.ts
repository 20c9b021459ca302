// The rule before budgets by origin, as a model in virtual time, to compare with: one row an account and one an address, a few
// free tries, then a wait that doubles to a minute, the same for everybody; a try before its time costs nothing.

type Row = { tries: number; opensAt: number };

const forgetAfter = 15 * 60;
const longestWait = 60;

/** `tryAt` gives the seconds to wait, or 0 when the password is looked at. Times are in seconds and must not go back. */
export function oldThrottle(free: { account: number; address: number } = { account: 5, address: 30 }) {
  const rows = new Map<string, Row & { forgottenAt: number }>();

  const count = (key: string, at: number, freeTries: number): number => {
    const row = rows.get(key);
    if (row && row.opensAt > at) return Math.max(Math.ceil(row.opensAt - at), 1);
    const tries = row && row.forgottenAt > at ? row.tries + 1 : 1;
    const wait = tries < freeTries ? 0 : Math.min(2 ** Math.min(tries - freeTries, 20), longestWait);
    rows.set(key, { tries, opensAt: at + wait, forgottenAt: at + forgetAfter });
    return 0;
  };

  return {
    tryAt(at: number, account: string, address: string): number {
      const addressWait = count(`address ${address}`, at, free.address);
      if (addressWait > 0) return addressWait;
      const accountWait = count(`account ${account}`, at, free.account);
      const row = rows.get(`address ${address}`);
      if (accountWait > 0 && row) {
        row.tries -= 1;
        row.opensAt = at;
      }
      return accountWait;
    },
  };
}

type Attack = {
  addresses: number;
  seconds: number;
  /** Tries a second of each address. */
  perSecond: number;
  /** When the owner first presses *Sign in*; afterwards whenever the page says. */
  ownerAt: number;
};

/** How often the owner pressed until their password was looked at (null: not before the attack ended), and the guesses meanwhile. */
export function playOldAttack({ addresses, seconds, perSecond, ownerAt }: Attack): {
  ownerTries: number;
  ownerIn: boolean;
  guesses: number;
} {
  const throttle = oldThrottle();
  let guesses = 0;
  let ownerTries = 0;
  let ownerNextAt = ownerAt;
  let ownerIn = false;
  const step = 1 / perSecond / addresses;
  for (let n = 0; n * step < seconds; n += 1) {
    const at = n * step;
    if (!ownerIn && at >= ownerNextAt) {
      ownerTries += 1;
      const wait = throttle.tryAt(at, 'owner', 'owner’s address');
      ownerIn = wait === 0;
      ownerNextAt = at + wait;
    }
    if (throttle.tryAt(at, 'owner', `attacker ${n % addresses}`) === 0) guesses += 1;
  }
  return { ownerTries, ownerIn, guesses };
}
