import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Auth } from '#lib/auth/better-auth.ts';
import { findSession } from '#lib/auth/session.ts';
import { signIn } from '#lib/auth/sign-in.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { user } from '#lib/db/schema/auth.ts';
import { events } from '#lib/db/schema.ts';
import type { Result } from '#lib/domain/result.ts';
import { changeName, changePassword, endOtherSessions, endSession, getAccount } from '#lib/people/account.ts';
import { acceptInvitation } from '#lib/people/account-setup.ts';
import { makeResetLink } from '#lib/people/reset.ts';
import {
  addTestPerson,
  browserHeaders,
  createTestAuth,
  signInForTest,
  testOrigin,
  testPassword,
} from '#lib/testing/auth/auth.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code);
const next = 'gandalf knits at noon';
const mei = 'mei@example.net';

describeOnEachDatabase('one’s own account', (database) => {
  let auth: Auth;
  let cookie: string;
  let viewer: Viewer & { deviceId: string | null };
  const ground = () => ({ db: database().db, auth, origin: testOrigin });
  const viewerOf = (held: string) => findSession(ground(), browserHeaders(held));
  const signInAs = async (password: string, address?: string) =>
    codeOf(await signIn(ground(), { email: mei, password }, browserHeaders(undefined, address)));
  const recorded = async () => {
    const rows = await database().db.select().from(events).orderBy(events.id);
    return rows.map(({ actorName, actorId, kind, details }) => ({ actorName, actorId, kind, details }));
  };

  beforeAll(() => {
    auth = createTestAuth(database().db);
  });
  beforeEach(async () => {
    await database().clear();
    await addTestPerson(database().db, mei, 'support');
    cookie = await signInForTest(ground(), mei);
    const found = await viewerOf(cookie);
    if (!found) throw new Error('not signed in');
    viewer = { ...found, deviceId: null };
  });

  test('the old password opens the way to a new one, which ends the other sessions and is recorded', async () => {
    const other = await signInForTest(ground(), mei);
    expect(await changePassword(ground(), viewer, { current: testPassword, next })).toEqual({
      ok: true,
      value: { ended: 1 },
    });
    expect(await viewerOf(cookie)).not.toBeNull();
    expect(await viewerOf(other)).toBeNull();
    expect(await signInAs(testPassword)).toBe('sign_in_failed');
    expect(await signInAs(next)).toBe('ok');
    expect(await recorded()).toMatchObject([
      { actorId: viewer.id, kind: 'account', details: { act: 'password_changed', ended: 1 } },
    ]);
    expect(JSON.stringify(await database().db.select().from(events))).not.toContain(next);
  });

  test('a wrong old password changes nothing, and guessing it is held up', async () => {
    const codes: string[] = [];
    for (let n = 0; n < 8; n += 1)
      codes.push(codeOf(await changePassword(ground(), viewer, { current: `wrong ${n}`, next })));
    expect(codes.slice(0, 5)).toEqual(Array(5).fill('password_wrong'));
    expect(codes.at(-1)).toBe('sign_in_throttled');
    const failed = { actorId: viewer.id, kind: 'signIn', details: { act: 'failed', page: 'account' } };
    expect(await recorded()).toMatchObject(Array(5).fill(failed));
    expect(await signInAs(testPassword)).toBe('ok');
  });

  test.each([
    ['password1234', 'password_guessable'],
    ['mei@example.net', 'password_guessable'],
    [testPassword, 'password_unchanged'],
  ])('%j is refused as a new password', async (wanted, code) => {
    expect(await changePassword(ground(), viewer, { current: testPassword, next: wanted })).toMatchObject({
      problem: { code, field: 'next' },
    });
  });

  test('a new password makes new browsers of the other ones, and a guess there is one of an unknown browser', async () => {
    const first = await signIn(ground(), { email: mei, password: testPassword }, browserHeaders());
    if (!first.ok) throw new Error(first.problem.code);
    await changePassword(ground(), viewer, { current: testPassword, next });
    const { rows } = await database().db.execute(
      sql`select key from known_origins where user_id is not null`,
    );
    expect(rows).toEqual([]);
  });

  test('sessions are listed with device, address and last use, this one first, and those that are over not at all', async () => {
    const headers = browserHeaders(undefined, '2001:db8::99');
    headers.set('user-agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0');
    await signIn(ground(), { email: mei, password: testPassword }, headers);
    const { sessions } = await getAccount(ground(), viewer);
    expect(sessions).toMatchObject([
      { id: viewer.sessionId, current: true, address: '203.0.113.7' },
      { current: false, address: '2001:db8::99', device: { browser: 'Firefox', system: 'Linux' } },
    ]);
    await database().db.execute(
      sql`update session set updated_at = updated_at - interval '31 minutes' where id <> ${viewer.sessionId}`,
    );
    expect((await getAccount(ground(), viewer)).sessions).toHaveLength(1);
  });

  test('one session is ended, or all others; somebody else’s is not found', async () => {
    const [second, third, fourth] = [
      await signInForTest(ground(), mei),
      await signInForTest(ground(), mei),
      await signInForTest(ground(), mei),
    ];
    const secondId = (await viewerOf(second))?.sessionId ?? '';
    expect(await endSession(ground(), viewer, { sessionId: secondId })).toMatchObject({
      value: [{ current: true }, { current: false }, { current: false }],
    });
    expect(await viewerOf(second)).toBeNull();
    await addTestPerson(database().db, 'sam@example.net', 'admin');
    const sam = await signInForTest(ground(), 'sam@example.net');
    const samsId = (await viewerOf(sam))?.sessionId ?? '';
    expect(codeOf(await endSession(ground(), viewer, { sessionId: samsId }))).toBe('not_found');
    expect(await endOtherSessions(ground(), viewer)).toMatchObject({ value: [{ current: true }] });
    expect([await viewerOf(third), await viewerOf(fourth)]).toEqual([null, null]);
    expect([await viewerOf(sam), await viewerOf(cookie)].every(Boolean)).toBe(true);
    expect((await recorded()).map(({ details }) => details)).toEqual([
      { act: 'sessions_ended', ended: 1 },
      { act: 'sessions_ended', ended: 2 },
    ]);
  });

  test('a new name counts at once and is recorded with the old one; the same name is no change', async () => {
    await changeName(ground(), viewer, { name: 'mei' });
    await changeName(ground(), viewer, { name: 'Mei Lin' });
    expect((await viewerOf(cookie))?.name).toBe('Mei Lin');
    expect((await recorded()).map(({ details }) => details)).toEqual([
      { act: 'name_changed', from: 'mei', to: 'Mei Lin' },
    ]);
  });

  test('the command makes a link that sets a new password once, ends the old sessions, and is recorded', async () => {
    const made = await makeResetLink(ground(), { email: ' MEI@example.net ', by: 'root@host' });
    if (made.kind !== 'made') throw new Error(made.kind);
    const token = new URLSearchParams(new URL(made.url).hash.slice(1)).get('token') ?? '';
    expect(await signInAs(testPassword)).toBe('ok');
    expect(codeOf(await acceptInvitation(ground(), { token, password: next }, browserHeaders()))).toBe('ok');
    expect(codeOf(await acceptInvitation(ground(), { token, password: next }, browserHeaders()))).toBe(
      'link_expired',
    );
    expect(await viewerOf(cookie)).toBeNull();
    expect(await signInAs(next)).toBe('ok');
    expect((await recorded())[0]).toMatchObject({
      actorId: 'command-line',
      details: { act: 'reset_link_made', personId: viewer.id, email: mei },
    });
    expect(JSON.stringify(await database().db.select().from(events))).not.toContain(token);
  });

  test('the command makes no link for nobody and for a disabled person', async () => {
    expect(await makeResetLink(ground(), { email: 'no@example.net', by: 'x' })).toMatchObject({
      kind: 'unknown',
    });
    await database().db.update(user).set({ banned: true });
    expect(await makeResetLink(ground(), { email: mei, by: 'x' })).toMatchObject({ kind: 'disabled' });
    expect(await recorded()).toEqual([]);
  });
});
