import { hashPassword } from 'better-auth/crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { findHash, insertPerson, storeHash } from '#lib/auth/accounts.ts';
import type { Auth } from '#lib/auth/better-auth.ts';
import { signIn } from '#lib/auth/sign-in.ts';
import { addressKey, countTry, networkKey } from '#lib/auth/throttle.ts';
import { session, user } from '#lib/db/schema/auth.ts';
import { signInTries } from '#lib/db/schema/console.ts';
import { addTestPerson, browserHeaders, createTestAuth, testPassword } from '#lib/testing/auth/auth.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

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
        await database().db.execute(sql`delete from sign_in_guesses`);
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
  const useUp = async (key: ReturnType<typeof networkKey>, times: number) => {
    for (let n = 0; n < times; n += 1) await countTry(database().db, key);
    await database().db.execute(sql`update sign_in_tries set opens_at = opens_at + interval '1 minute'`);
  };

  test('wrong passwords from one network make it wait, and no other network', async () => {
    await useUp(networkKey(email, '198.51.100.99'), 5);
    expect(await attempt(testPassword, '198.51.100.99')).toBe('sign_in_throttled');
    expect(await attempt(testPassword, '198.51.100.98')).toBe('ok');
  });

  test('a browser that signed in before is not held up by its own network', async () => {
    const first = await signIn(
      { db: database().db, auth },
      { email, password: testPassword },
      browserHeaders(),
    );
    if (!first.ok) throw new Error(first.problem.code);
    const lines = first.value.responseHeaders.getSetCookie();
    const device = lines.find((line) => line.includes('device='))?.split(';')[0] ?? '';
    await useUp(networkKey(email, '203.0.113.7'), 5);
    await useUp(addressKey('203.0.113.7'), 30);
    expect(await attempt(testPassword)).toBe('sign_in_throttled');
    expect(await attempt(testPassword, undefined, email, browserHeaders(device))).toBe('ok');
  });

  test.each([
    ['made up', 'patchboard-3000.device=11111111-1111-4111-8111-111111111111.c2lnbmF0dXJl'],
    ['cut off', 'patchboard-3000.device=11111111-1111-4111-8111-111111111111'],
    ['empty', 'patchboard-3000.device='],
    ['of nobody', 'patchboard-3000.device=.'],
  ])('a device cookie that is %s gives no budget of its own', async (_what, cookie) => {
    await useUp(networkKey(email, '203.0.113.7'), 5);
    expect(await attempt(testPassword, undefined, email, browserHeaders(cookie))).toBe('sign_in_throttled');
  });

  test('a browser of one account is a new one for every other account', async () => {
    await addTestPerson(database().db, 'sam@example.net', 'support');
    const first = await signIn(
      { db: database().db, auth },
      { email: 'sam@example.net', password: testPassword },
      browserHeaders(),
    );
    if (!first.ok) throw new Error(first.problem.code);
    const device = first.value.responseHeaders.getSetCookie().at(-1)?.split(';')[0] ?? '';
    await useUp(networkKey(email, '203.0.113.7'), 5);
    expect(await attempt(testPassword, undefined, email, browserHeaders(device))).toBe('sign_in_throttled');
  });

  test('a scrypt hash of an earlier version still opens, and becomes argon2id at that sign-in', async () => {
    const { db } = database();
    await storeHash(db, id, await hashPassword(testPassword));
    expect(await findHash(db, id)).not.toContain('argon2id');
    expect(await attempt('not the right one')).toBe('sign_in_failed');
    expect(await findHash(db, id)).not.toContain('argon2id');
    expect(await attempt(testPassword)).toBe('ok');
    expect(await findHash(db, id)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await attempt(testPassword)).toBe('ok');
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
    await useUp(networkKey(email, '203.0.113.7'), 5);
    for (let n = 0; n < 60; n += 1) await attempt('wrong password here');
    expect(await attempt(testPassword, undefined, 'sam@example.net')).toBe('ok');
  });

  test('signing in with success is not slowed down', async () => {
    for (let n = 0; n < 7; n += 1) expect(await attempt(testPassword)).toBe('ok');
    const rows = await database().db.select({ tries: signInTries.tries }).from(signInTries);
    expect(rows.map(({ tries }) => tries)).toEqual(rows.map(() => 0));
  });
});
