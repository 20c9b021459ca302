import { setTimeout as pause } from 'node:timers/promises';
import { callAction, codeOf, deviceCookieOf, secondsIn } from '#e2e/attack/call.ts';
import { admit, password } from '#e2e/attack/visitors.ts';

/** Where an owner comes from when they sign in. */
export const origins = ['known browser', 'known network', 'new network'] as const;
export type Origin = (typeof origins)[number];

export type Owner = {
  email: string;
  origin: Origin;
  /** Their loopback address while the attack goes on, and the cookie of a browser that signed in before. */
  from: string;
  device: string | undefined;
};

const signIn = (
  origin: string,
  email: string,
  how: { from: string; cookie?: string | undefined; with?: string },
) => callAction(origin, 'signIn', [{ email, password: how.with ?? password, next: null }], how);

/** Makes a person who signed in once, from home. */
export async function makeOwner(
  origin: string,
  adminCookie: string,
  { name, comesFrom, place }: { name: string; comesFrom: Origin; place: number },
): Promise<Owner> {
  const email = `${name.toLowerCase()}@example.net`;
  await admit(origin, adminCookie, { name, email, role: 'support' });
  const home = `127.20.${place}.1`;
  const device = deviceCookieOf(await signIn(origin, email, { from: home }));
  return {
    email,
    origin: comesFrom,
    from: comesFrom === 'known network' ? home : `127.20.${place}.2`,
    device: comesFrom === 'known browser' ? device : undefined,
  };
}

/** Presses *Sign in* until the password is looked at, waiting as the page says; gives up when `until` says so. */
export async function ownerSignsIn(
  origin: string,
  owner: Owner,
  until: () => boolean,
): Promise<{ tries: number; isIn: boolean; waits: number[] }> {
  const waits: number[] = [];
  for (let tries = 1; ; tries += 1) {
    const answer = await signIn(origin, owner.email, { from: owner.from, cookie: owner.device });
    if (codeOf(answer) === 'ok') return { tries, isIn: true, waits };
    waits.push(secondsIn(answer));
    for (let left = secondsIn(answer); left > 0 && !until(); left -= 1) await pause(1_000);
    if (until()) return { tries, isIn: false, waits };
  }
}

/**
 * Attacks one account from one address: every second attacker waits as the page says, the others try again at once, at most nine
 * times a second. Gives the times of its guesses, in ms.
 */
export async function attack(
  origin: string,
  target: { email: string; from: string; isPatient: boolean },
  { until, pauseMs }: { until: () => boolean; pauseMs: number },
): Promise<{ guessedAt: number[]; tries: number }> {
  const guessedAt: number[] = [];
  let tries = 0;
  while (!until()) {
    const wrong = `a wrong password ${tries}`;
    const answer = await signIn(origin, target.email, { from: target.from, with: wrong });
    tries += 1;
    if (codeOf(answer) === 'sign_in_failed') guessedAt.push(performance.now());
    const told = target.isPatient ? secondsIn(answer) * 1_000 || 0 : 0;
    for (let left = Math.max(told, pauseMs); left > 0 && !until(); left -= 250)
      await pause(Math.min(left, 250));
  }
  return { guessedAt, tries };
}

/** The most events in any span of this length; times ascending or not. */
export function mostWithin(times: readonly number[], spanMs: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  let most = 0;
  let from = 0;
  for (const [to, at] of sorted.entries()) {
    while ((sorted[from] ?? 0) <= at - spanMs) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
