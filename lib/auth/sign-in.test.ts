import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { insertPerson } from '#lib/auth/accounts.ts';
import type { Auth } from '#lib/auth/engine.ts';
import { signIn } from '#lib/auth/sign-in.ts';
import { addTestPerson, browserHeaders, createTestAuth, testPassword } from '#lib/auth/test-auth.ts';
import { accountKey, addressKey, countTry } from '#lib/auth/throttle.ts';
import { session, user } from '#lib/db/schema/auth.ts';
import { signInTries } from '#lib/db/schema/console.ts';
import { describeOnEachDatabase } from '#lib/db/test-database.ts';

const email = 'mei@example.net';

describeOnEachDatabase('signing in', (database) => {
  let auth: Auth;
  let id: string;
  const attempt = async (
    password: string,
    address?: string,
    who = email,
    headers = browserHeaders(undefined, address),
  ) => {
    const result = await signIn({ db: database().db, auth }, { email: who, password }, headers);
    return result.ok ? 'ok' : result.problem.code;
  };

  beforeAll(() => {
    auth = createTestAuth(database().db);
  });
  beforeEach(async () => {
    await database().clear();
    id = await addTestPerson(database().db, email, 'support');
  });

  test('the email may be written with capitals and blanks around it', async () => {
    expect(await attempt(testPassword, undefined, ' Mei@Example.net ')).toBe('ok');
  });

  test('wrong password, unknown email, invited and disabled all get one answer and no session', async () => {
    const { db } = database();
    await insertPerson(db, { name: 'New', email: 'new@example.net', role: 'admin' });
    expect(await attempt('wrong password here')).toBe('sign_in_failed');
    expect(await attempt(testPassword, undefined, 'nobody@example.net')).toBe('sign_in_failed');
    expect(await attempt(testPassword, undefined, 'new@example.net')).toBe('sign_in_failed');
    await db.update(user).set({ banned: true }).where(eq(user.id, id));
    expect(await attempt(testPassword)).toBe('sign_in_failed');
    expect(await db.select().from(session)).toEqual([]);
  });

  test.each(['', ' ', '\u0000', "' or 1=1 --", 'a'.repeat(1000), '𝕏'.repeat(129)])(
    '%j is no way in',
    async (password) => {
      expect(await attempt(password)).toBe('sign_in_failed');
    },
  );

  test('an unknown email takes as long as a wrong password', async () => {
    // The quickest of several turns each: whatever else the machine does only ever adds to a turn.
    const quickest: Record<string, number> = {};
    for (let turn = 0; turn < 6; turn += 1) {
      for (const who of [email, 'nobody@example.net']) {
        await database().db.execute(sql`delete from sign_in_tries`);
        const begun = performance.now();
        await attempt('wrong password here', undefined, who);
        quickest[who] = Math.min(quickest[who] ?? Number.POSITIVE_INFINITY, performance.now() - begun);
      }
    }
    const ratio = (quickest['nobody@example.net'] ?? 0) / (quickest[email] ?? 0);
    expect(ratio).toBeGreaterThan(1 / 3);
    expect(ratio).toBeLessThan(3);
  });

  /** As many tries as are free, and a clock that stands still for a minute. */
  const useUp = async (key: ReturnType<typeof accountKey>, times: number) => {
    for (let n = 0; n < times; n += 1) await countTry(database().db, key);
    await database().db.execute(sql`update sign_in_tries set opens_at = opens_at + interval '1 minute'`);
  };

  test('after five wrong passwords the right one waits as well, from any address', async () => {
    await useUp(accountKey(email), 5);
    expect(await attempt(testPassword, '198.51.100.99')).toBe('sign_in_throttled');
  });

  test('one address that tried many accounts is slowed down, whatever it claims in X-Forwarded-For', async () => {
    await useUp(addressKey('2001:db8::1'), 30);
    const forged = browserHeaders(undefined, '2001:db8::1');
    forged.set('x-forwarded-for', '198.51.100.1');
    expect(await attempt(testPassword, undefined, email, forged)).toBe('sign_in_throttled');
    expect(await attempt(testPassword, '2001:db8::2')).toBe('sign_in_throttled');
    expect(await attempt(testPassword, '2001:db8:0:1::1')).toBe('ok');
  });

  test('hammering one account does not hold up the others at the same address', async () => {
    await addTestPerson(database().db, 'sam@example.net', 'support');
    await useUp(accountKey(email), 5);
    for (let n = 0; n < 60; n += 1) await attempt('wrong password here');
    expect(await attempt(testPassword, undefined, 'sam@example.net')).toBe('ok');
  });

  test('signing in with success is not slowed down', async () => {
    for (let n = 0; n < 7; n += 1) expect(await attempt(testPassword)).toBe('ok');
    expect(await database().db.select({ tries: signInTries.tries }).from(signInTries)).toEqual([
      { tries: 0 },
    ]);
  });
});
