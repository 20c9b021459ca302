import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { hashOf, storePassword } from '#lib/auth/accounts.ts';
import { type Auth, createAuth, sessionCookieName } from '#lib/auth/better-auth.ts';
import { digestOf } from '#lib/auth/secret.ts';
import { findSession } from '#lib/auth/session.ts';
import { signIn, signOut } from '#lib/auth/sign-in.ts';
import { session, user } from '#lib/db/schema/auth.ts';
import { backgroundHeader } from '#lib/domain/background-read.ts';
import {
  addTestPerson,
  browserHeaders,
  cookieOf,
  createTestAuth,
  signInForTest,
  testPassword,
} from '#lib/testing/auth/auth.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

describeOnEachDatabase('sessions', (database) => {
  let auth: Auth;
  let id: string;
  const ground = () => ({ db: database().db, auth });
  const viewerOf = (cookie?: string) => findSession(ground(), browserHeaders(cookie));
  const age = (minutes: number, column: 'updated_at' | 'expires_at') =>
    database().db.execute(
      sql`update session set ${sql.identifier(column)} = ${sql.identifier(column)} - ${minutes} * interval '1 minute'`,
    );

  beforeAll(() => {
    auth = createTestAuth(database().db);
  });
  beforeEach(async () => {
    await database().clear();
    id = await addTestPerson(database().db, 'mei@example.net', 'admin');
  });

  test('signing in makes a viewer with role and address', async () => {
    const cookie = await signInForTest(ground(), 'mei@example.net');
    expect(await viewerOf(cookie)).toMatchObject({
      id,
      email: 'mei@example.net',
      role: 'admin',
      address: '203.0.113.7',
    });
    expect((await database().db.select().from(user))[0]?.lastSignInAt).toBeInstanceOf(Date);
  });

  test('the cookie is HttpOnly and SameSite=Strict, and __Host- over TLS', async () => {
    const plain = await signIn(
      ground(),
      { email: 'mei@example.net', password: testPassword },
      browserHeaders(),
    );
    const secure = createAuth({ db: database().db, origin: 'https://console.test', secret: 'x'.repeat(40) });
    const overTls = await signIn(
      { db: database().db, auth: secure },
      { email: 'mei@example.net', password: testPassword },
      browserHeaders(),
    );
    if (!plain.ok || !overTls.ok) throw new Error('sign-in failed');
    const [line, ...more] = plain.value.responseHeaders.getSetCookie();
    expect(more).toHaveLength(1);
    expect(more[0]).toMatch(
      /^patchboard-3000\.device=[\w-]+\.[\w-]+; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(line).toMatch(
      /^patchboard-3000\.session_token=.*; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(overTls.value.responseHeaders.getSetCookie()[0]).toMatch(
      /^__Host-patchboard\.session_token=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  test('the database holds a digest of the token, never the token', async () => {
    const cookie = await signInForTest(ground(), 'mei@example.net');
    const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const rows = await database().db.select().from(session);
    expect(rows.map((row) => row.token)).toEqual([digestOf(token)]);
    expect(await viewerOf(cookie.replace(token, digestOf(token)))).toBeNull();
  });

  test('a token that the browser brought along is not honoured and not taken over', async () => {
    const name = sessionCookieName('http://localhost:3000');
    const planted = `${name}=planted.c2lnbmF0dXJl`;
    expect(await viewerOf(planted)).toBeNull();
    const result = await signIn(
      ground(),
      { email: 'mei@example.net', password: testPassword },
      browserHeaders(planted),
    );
    if (!result.ok) throw new Error('sign-in failed');
    expect(cookieOf(result.value.responseHeaders)).not.toContain('planted');
  });

  test('every sign-in makes a new token', async () => {
    const first = await signInForTest(ground(), 'mei@example.net');
    expect(await signInForTest(ground(), 'mei@example.net')).not.toBe(first);
  });

  test('a cookie signed with another secret is not honoured', async () => {
    const other = createAuth({
      db: database().db,
      origin: 'http://localhost:3000',
      secret: 'another'.repeat(6),
    });
    const cookie = await signInForTest({ db: database().db, auth: other }, 'mei@example.net');
    expect(await viewerOf(cookie)).toBeNull();
  });

  test('a disabled person is out on the next request, though the session row is still there', async () => {
    const cookie = await signInForTest(ground(), 'mei@example.net');
    await database().db.update(user).set({ banned: true }).where(eq(user.id, id));
    expect(await viewerOf(cookie)).toBeNull();
  });

  test('a changed role is seen on the next request', async () => {
    const cookie = await signInForTest(ground(), 'mei@example.net');
    await database().db.update(user).set({ role: 'support' }).where(eq(user.id, id));
    expect((await viewerOf(cookie))?.role).toBe('support');
  });

  test('half an hour without use ends a session, use within it keeps it', async () => {
    const cookie = await signInForTest(ground(), 'mei@example.net');
    await age(29, 'updated_at');
    expect(await viewerOf(cookie)).not.toBeNull();
    await age(29, 'updated_at');
    expect(await viewerOf(cookie)).not.toBeNull();
    await age(31, 'updated_at');
    expect(await viewerOf(cookie)).toBeNull();
    expect(await database().db.select().from(session)).toEqual([]);
  });

  test('reads in the background do not keep a session that nobody uses', async () => {
    const cookie = await signInForTest(ground(), 'mei@example.net');
    const background = browserHeaders(cookie);
    background.set(backgroundHeader, '1');
    for (const minutes of [10, 10, 9]) {
      await age(minutes, 'updated_at');
      expect(await findSession(ground(), background)).not.toBeNull();
    }
    await age(2, 'updated_at');
    expect(await findSession(ground(), background)).toBeNull();
    expect(await viewerOf(cookie)).toBeNull();
  });

  test('twelve hours end a session, however busy', async () => {
    const cookie = await signInForTest(ground(), 'mei@example.net');
    await age(719, 'expires_at');
    expect(await viewerOf(cookie)).not.toBeNull();
    await age(2, 'expires_at');
    expect(await viewerOf(cookie)).toBeNull();
  });

  test('signing in ends the session that this browser held, and leaves other browsers alone', async () => {
    const other = await signInForTest(ground(), 'mei@example.net');
    await addTestPerson(database().db, 'sam@example.net', 'support');
    const held = await signInForTest(ground(), 'sam@example.net');
    const again = await signIn(
      ground(),
      { email: 'mei@example.net', password: testPassword },
      browserHeaders(held),
    );
    if (!again.ok) throw new Error(again.problem.code);
    expect(await viewerOf(held)).toBeNull();
    expect(await viewerOf(other)).not.toBeNull();
    expect(await viewerOf(cookieOf(again.value.responseHeaders))).not.toBeNull();
  });

  test('a wrong password leaves the session of this browser as it is', async () => {
    const held = await signInForTest(ground(), 'mei@example.net');
    await signIn(ground(), { email: 'mei@example.net', password: 'not the right one' }, browserHeaders(held));
    expect(await viewerOf(held)).not.toBeNull();
  });

  test('rows of sessions that are over are removed at the next sign-in', async () => {
    await signInForTest(ground(), 'mei@example.net');
    await age(31, 'updated_at');
    await signInForTest(ground(), 'mei@example.net');
    await age(721, 'expires_at');
    await signInForTest(ground(), 'mei@example.net');
    expect(await database().db.select().from(session)).toHaveLength(1);
  });

  test('signing out ends the session, not only the cookie', async () => {
    const cookie = await signInForTest(ground(), 'mei@example.net');
    const headers = await signOut(auth, browserHeaders(cookie));
    expect(headers.getSetCookie()[0]).toContain('Max-Age=0');
    expect(await viewerOf(cookie)).toBeNull();
  });

  test('a new password ends the sessions of the old one', async () => {
    const cookie = await signInForTest(ground(), 'mei@example.net');
    await storePassword(database().db, id, await hashOf('another password altogether'));
    expect(await viewerOf(cookie)).toBeNull();
  });
});
