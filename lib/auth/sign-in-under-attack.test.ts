import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Auth } from '#lib/auth/better-auth.ts';
import { signIn } from '#lib/auth/sign-in.ts';
import { admitTry } from '#lib/auth/sign-in-budget.ts';
import type { Database } from '#lib/db/database.ts';
import { addTestPerson, browserHeaders, createTestAuth, testPassword } from '#lib/testing/auth/auth.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

// Five minutes of attack on one account, played quickly: between two rounds every time in the tables is moved back. The
// same over real sockets and in real time is `npm run campaign:sign-in`.

const email = 'mei@example.net';
const home = '203.0.113.7';
const roundSeconds = 12;
/** Thousands of statements, on a machine that may do other things too. */
const patienceMs = 180_000;
const attackerAt = (n: number) => `198.51.${100 + Math.floor(n / 250)}.${n % 250}`;

async function pass(db: Database, seconds: number): Promise<void> {
  const back = sql`${seconds} * interval '1 second'`;
  await db.execute(
    sql`update sign_in_tries set opens_at = opens_at - ${back}, forgotten_at = forgotten_at - ${back}`,
  );
  await db.execute(sql`update sign_in_guesses set at = at - ${back}`);
}

describeOnEachDatabase('an account under attack', (database) => {
  let auth: Auth;
  let device: string;
  const ground = () => ({ db: database().db, auth });

  /** Presses *Sign in* with the right password until it is looked at; waits as the page says in between. */
  const ownerTries = async (headers: Headers, who = email) => {
    const said: string[] = [];
    for (let tries = 1; tries <= 4; tries += 1) {
      const result = await signIn(ground(), { email: who, password: testPassword }, headers);
      if (result.ok || result.problem.code === 'sign_in_failed') return { tries, said };
      const seconds = Number(result.problem.params?.seconds);
      said.push(`${result.problem.code} ${seconds}`);
      await attack(100, seconds);
    }
    return { tries: Number.POSITIVE_INFINITY, said };
  };

  let guesses: number[] = [];
  let elapsed = 0;
  /** Every attacker tries at once, round after round. */
  const attack = async (addresses: number, seconds: number, who = email) => {
    for (let left = seconds; left > 0; left -= roundSeconds) {
      for (let n = 0; n < addresses; n += 1) {
        const tried = await admitTry(database().db, { email: who, address: attackerAt(n), deviceId: null });
        if (tried.ok) guesses.push(elapsed);
      }
      const step = Math.min(left, roundSeconds);
      await pass(database().db, step);
      elapsed += step;
    }
  };
  const mostInFiveMinutes = () =>
    Math.max(0, ...guesses.map((from) => guesses.filter((at) => at >= from && at < from + 300).length));

  beforeAll(() => {
    auth = createTestAuth(database().db);
  });
  beforeEach(async () => {
    guesses = [];
    elapsed = 0;
    await database().clear();
    await addTestPerson(database().db, email, 'admin');
    const first = await signIn(ground(), { email, password: testPassword }, browserHeaders(undefined, home));
    if (!first.ok) throw new Error(first.problem.code);
    const lines = first.value.responseHeaders.getSetCookie();
    device = lines.find((line) => line.includes('.device='))?.split(';')[0] ?? '';
  });

  test.each([1, 10])(
    'its owner gets in at the first try from anywhere while %i addresses attack',
    async (addresses) => {
      await attack(addresses, 150);
      expect(await ownerTries(browserHeaders(device, '192.0.2.10'))).toEqual({ tries: 1, said: [] });
      expect(await ownerTries(browserHeaders(undefined, home))).toEqual({ tries: 1, said: [] });
      expect(await ownerTries(browserHeaders(undefined, '192.0.2.20'))).toEqual({ tries: 1, said: [] });
      await attack(addresses, 300);
      expect(mostInFiveMinutes()).toBeLessThanOrEqual(14);
    },
    patienceMs,
  );

  test(
    'while a hundred attack, a known browser and a known network get in; a new one is told of other ways',
    async () => {
      await attack(100, 36);
      expect(await ownerTries(browserHeaders(device, '192.0.2.10'))).toEqual({ tries: 1, said: [] });
      expect(await ownerTries(browserHeaders(undefined, home))).toEqual({ tries: 1, said: [] });
      const result = await signIn(
        ground(),
        { email, password: testPassword },
        browserHeaders(undefined, '192.0.2.20'),
      );
      if (result.ok) throw new Error('The account’s budget was not used up.');
      expect(result.problem.code).toBe('sign_in_account_busy');
      expect(Number(result.problem.params?.seconds)).toBeLessThanOrEqual(60);
      await attack(100, 312);
      expect(mostInFiveMinutes()).toBe(14);
    },
    patienceMs,
  );

  test(
    'who has an account makes no network of theirs a known one of another account',
    async () => {
      const mallory = 'mallory@example.net';
      await addTestPerson(database().db, mallory, 'support');
      for (let n = 0; n < 30; n += 1) {
        const from = browserHeaders(undefined, attackerAt(n));
        const own = await signIn(ground(), { email: mallory, password: testPassword }, from);
        if (!own.ok) await pass(database().db, Number(own.problem.params?.seconds));
      }
      await attack(30, 300);
      expect(mostInFiveMinutes()).toBeLessThanOrEqual(14);
      expect(await ownerTries(browserHeaders(device, '192.0.2.10'))).toEqual({ tries: 1, said: [] });
      expect(await ownerTries(browserHeaders(undefined, home))).toEqual({ tries: 1, said: [] });
    },
    patienceMs,
  );

  test('who shares the network of others has there the tries of a stranger at an account that never signed in there', async () => {
    const lin = 'lin@example.net';
    await addTestPerson(database().db, lin, 'admin');
    const elsewhere = browserHeaders(undefined, '192.0.2.30');
    expect((await signIn(ground(), { email: lin, password: testPassword }, elsewhere)).ok).toBe(true);
    // Mei signed in from this network before. An attacker on it tries Lin's password, and so do other networks.
    let looked = 0;
    for (let round = 0; round < 25; round += 1) {
      for (const address of [home, ...Array.from({ length: 20 }, (_, n) => attackerAt(n))])
        if ((await admitTry(database().db, { email: lin, address, deviceId: null })).ok) looked += 1;
      await pass(database().db, 12);
    }
    expect(looked).toBeLessThanOrEqual(14);
    expect((await signIn(ground(), { email: lin, password: testPassword }, elsewhere)).ok).toBe(true);
  });

  test('an account that does not exist behaves the same, from a known network and from an unknown one', async () => {
    const nobody = 'nobody@example.net';
    const shapeOf = async (who: string) => {
      await attack(20, 24, who);
      const codes: string[] = [];
      for (const address of [home, '192.0.2.20', attackerAt(3)]) {
        for (let n = 0; n < 7; n += 1) {
          const headers = browserHeaders(device, address);
          const answer = await signIn(ground(), { email: who, password: 'not the right one' }, headers);
          codes.push(answer.ok ? 'ok' : answer.problem.code);
        }
      }
      return codes;
    };
    await addTestPerson(database().db, 'sam@example.net', 'support');
    expect(await shapeOf(nobody)).toEqual(await shapeOf('sam@example.net'));
  });
});
