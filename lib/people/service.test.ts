import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Auth } from '#lib/auth/better-auth.ts';
import { findSession } from '#lib/auth/session.ts';
import { signIn } from '#lib/auth/sign-in.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { session, user } from '#lib/db/schema/auth.ts';
import { links } from '#lib/db/schema/console.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Role } from '#lib/domain/role.ts';
import { acceptInvitation } from '#lib/people/account-setup.ts';
import { addPerson, changeRole, listPeople, renewLink, setDisabled } from '#lib/people/service.ts';
import {
  addTestPerson,
  browserHeaders,
  cookieOf,
  createTestAuth,
  signInForTest,
  testOrigin,
  testPassword,
} from '#lib/testing/auth/auth.ts';
import { collide } from '#lib/testing/auth/collision.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code);
const tokenOf = (result: Result<{ url: string }>) =>
  result.ok ? (new URLSearchParams(new URL(result.value.url).hash.slice(1)).get('token') ?? '') : '';
const newcomer = { name: 'Lin', email: 'lin@example.net', role: 'support' } as const;

describeOnEachDatabase('people', (database) => {
  let auth: Auth;
  let mei: Viewer;
  let sam: Viewer;
  const ground = () => ({ db: database().db, auth, origin: testOrigin });
  const viewer = async (email: string, role: Role): Promise<Viewer> => {
    const id = await addTestPerson(database().db, email, role);
    return { id, name: email, email, role, sessionId: 'test', address: null };
  };
  const isIn = async (cookie: string) => (await findSession(ground(), browserHeaders(cookie))) !== null;

  beforeAll(() => {
    auth = createTestAuth(database().db);
  });
  beforeEach(async () => {
    await database().clear();
    mei = await viewer('mei@example.net', 'admin');
    sam = await viewer('sam@example.net', 'support');
  });

  test('support may do none of it, and nothing changes', async () => {
    const results: Result<unknown>[] = [
      await listPeople(ground(), sam),
      await addPerson(ground(), sam, newcomer),
      await renewLink(ground(), sam, { id: mei.id }),
      await changeRole(ground(), sam, { id: sam.id, role: 'admin' }),
      await setDisabled(ground(), sam, { id: mei.id, disabled: true }),
    ];
    expect(results.map(codeOf)).toEqual(Array(5).fill('forbidden'));
    expect(await database().db.select().from(user)).toHaveLength(2);
    expect(await database().db.select().from(links)).toEqual([]);
  });

  test('a person is added as invited, sets a password through the link and is signed in', async () => {
    const link = await addPerson(ground(), mei, newcomer);
    expect(await listPeople(ground(), mei)).toMatchObject({
      value: [
        { name: 'Lin', state: 'invited', lastSignInAt: null },
        { state: 'active' },
        { state: 'active' },
      ],
    });
    const accepted = await acceptInvitation(
      ground(),
      { token: tokenOf(link), password: testPassword },
      browserHeaders(),
    );
    if (!accepted.ok) throw new Error(accepted.problem.code);
    expect(await isIn(cookieOf(accepted.value.responseHeaders))).toBe(true);
  });

  test('a link works once, also for twenty at once', async () => {
    const token = tokenOf(await addPerson(ground(), mei, newcomer));
    const all = Array.from({ length: 20 }, () =>
      acceptInvitation(ground(), { token, password: testPassword }, browserHeaders()),
    );
    expect((await Promise.all(all)).filter((result) => result.ok)).toHaveLength(1);
    expect(
      codeOf(await acceptInvitation(ground(), { token, password: testPassword }, browserHeaders())),
    ).toBe('link_expired');
  });

  test('a new link replaces the older one, and a new password the old one and its sessions', async () => {
    const cookie = await signInForTest(ground(), sam.email);
    const first = tokenOf(await renewLink(ground(), mei, { id: sam.id }));
    const second = tokenOf(await renewLink(ground(), mei, { id: sam.id }));
    const password = 'a new password altogether';
    expect(codeOf(await acceptInvitation(ground(), { token: first, password }, browserHeaders()))).toBe(
      'link_expired',
    );
    expect(await isIn(cookie)).toBe(true);
    expect(codeOf(await acceptInvitation(ground(), { token: second, password }, browserHeaders()))).toBe(
      'ok',
    );
    expect(await isIn(cookie)).toBe(false);
    expect(
      codeOf(await signIn(ground(), { email: sam.email, password: testPassword }, browserHeaders())),
    ).toBe('sign_in_failed');
  });

  test('an email is given once, however it is written', async () => {
    expect(await addPerson(ground(), mei, { ...newcomer, email: 'SAM@example.net' })).toMatchObject({
      problem: { code: 'email_taken', field: 'email' },
    });
  });

  test('who is disabled is out at once, cannot come back, and neither can their link', async () => {
    const cookie = await signInForTest(ground(), sam.email);
    const token = tokenOf(await renewLink(ground(), mei, { id: sam.id }));
    expect(await setDisabled(ground(), mei, { id: sam.id, disabled: true })).toMatchObject({
      value: { state: 'disabled' },
    });
    expect(await isIn(cookie)).toBe(false);
    expect(
      codeOf(await acceptInvitation(ground(), { token, password: testPassword }, browserHeaders())),
    ).toBe('link_expired');
    expect(codeOf(await renewLink(ground(), mei, { id: sam.id }))).toBe('not_found');
    expect(codeOf(await setDisabled(ground(), mei, { id: sam.id, disabled: false }))).toBe('ok');
    expect(await isIn(await signInForTest(ground(), sam.email))).toBe(true);
  });

  test('a changed role ends the sessions begun under the old one', async () => {
    const cookie = await signInForTest(ground(), sam.email);
    expect(await changeRole(ground(), mei, { id: sam.id, role: 'admin' })).toMatchObject({
      value: { role: 'admin' },
    });
    expect(await isIn(cookie)).toBe(false);
    expect(await database().db.select().from(session)).toEqual([]);
  });

  test('nobody disables or demotes themselves', async () => {
    expect(codeOf(await setDisabled(ground(), mei, { id: mei.id, disabled: true }))).toBe(
      'cannot_change_self',
    );
    expect(codeOf(await changeRole(ground(), mei, { id: mei.id, role: 'support' }))).toBe(
      'cannot_change_self',
    );
  });

  test('two admins who demote each other at once leave one admin', async () => {
    const ada = await viewer('ada@example.net', 'admin');
    await addPerson(ground(), mei, { ...newcomer, role: 'admin' });
    const results = await collide<Result<unknown>>(database(), sql`select 1 from "user" for update`, [
      () => changeRole(ground(), mei, { id: ada.id, role: 'support' }),
      () => setDisabled(ground(), ada, { id: mei.id, disabled: true }),
    ]);
    expect(results.map(codeOf).sort()).toEqual(['last_admin', 'ok']);
  });

  test('somebody unknown is not found', async () => {
    expect(codeOf(await changeRole(ground(), mei, { id: 'nobody', role: 'support' }))).toBe('not_found');
    expect(codeOf(await renewLink(ground(), mei, { id: 'nobody' }))).toBe('not_found');
    expect(await database().db.select().from(user).where(eq(user.id, 'nobody'))).toEqual([]);
  });
});
