import { beforeAll, beforeEach, expect, test } from 'vitest';
import { readResetMarks } from '#lib/audit-log/resets.ts';
import type { Auth } from '#lib/auth/better-auth.ts';
import { findSession } from '#lib/auth/session.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { events } from '#lib/db/schema.ts';
import { actorIds } from '#lib/domain/recorded-event.ts';
import { acceptInvitation } from '#lib/people/account-setup.ts';
import { signInRecorded } from '#lib/people/record-sign-in.ts';
import { makeResetLink } from '#lib/people/reset.ts';
import { confirmResets, listOwnResets, listRecentResets } from '#lib/people/resets.ts';
import { addPerson, renewLink } from '#lib/people/service.ts';
import {
  addTestPerson,
  browserHeaders,
  cookieOf,
  createTestAuth,
  testOrigin,
  testPassword,
} from '#lib/testing/auth/auth.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { unwrap } from '#lib/testing/unwrap.ts';

const password = 'gandalf knits at noon';
const dayMs = 24 * 3_600_000;

describeOnEachDatabase('a password reset by somebody else', (database) => {
  let auth: Auth;
  let eve: Viewer;
  let samId: string;
  const ground = () => ({ db: database().db, auth, origin: testOrigin });
  const viewerOf = async (responseHeaders: Headers): Promise<Viewer> => {
    const viewer = await findSession(ground(), browserHeaders(cookieOf(responseHeaders)));
    if (!viewer) throw new Error('not signed in');
    return viewer;
  };
  /** Follows the link, and gives who is signed in by it. */
  const follow = async (url: string): Promise<Viewer> => {
    const token = new URLSearchParams(new URL(url).hash.slice(1)).get('token') ?? '';
    const from = browserHeaders(undefined, '198.51.100.9');
    return viewerOf(unwrap(await acceptInvitation(ground(), { token, password }, from)).responseHeaders);
  };
  const signIn = async (typed: string): Promise<Viewer> =>
    viewerOf(
      unwrap(await signInRecorded(ground(), { email: 'sam@example.net', password: typed }, browserHeaders()))
        .responseHeaders,
    );
  const resetByEve = async () => follow(unwrap(await renewLink(ground(), eve, { id: samId })).url);

  beforeAll(() => {
    auth = createTestAuth(database().db);
  });
  beforeEach(async () => {
    await database().clear();
    const id = await addTestPerson(database().db, 'eve@example.net', 'admin');
    eve = {
      id,
      name: 'eve',
      email: 'eve@example.net',
      role: 'admin',
      sessionId: 's',
      address: '203.0.113.7',
    };
    samId = await addTestPerson(database().db, 'sam@example.net', 'admin');
  });

  test('is told to the person at the next sign-in, with who, when and from where, until they confirm it', async () => {
    const imposter = await resetByEve();
    // The session that the link began neither sees nor confirms it.
    expect(await listOwnResets(ground(), imposter)).toEqual([]);
    expect(unwrap(await confirmResets(ground(), imposter))).toEqual([]);
    const sam = await signIn(password);
    expect(await listOwnResets(ground(), sam)).toMatchObject([
      { address: '198.51.100.9', by: { id: eve.id, name: 'eve', address: '203.0.113.7' }, confirmed: false },
    ]);
    expect(unwrap(await confirmResets(ground(), sam))).toEqual([]);
    expect(await listOwnResets(ground(), await signIn(password))).toEqual([]);
    const acts = await database().db.select().from(events).orderBy(events.at);
    expect(acts.at(-2)).toMatchObject({ actorId: samId, details: { act: 'reset_confirmed' } });
  });

  test('stands beside a later one although it was confirmed, since another hand may have confirmed it', async () => {
    await resetByEve();
    unwrap(await confirmResets(ground(), await signIn(password)));
    const made = await makeResetLink(ground(), { email: 'sam@example.net', by: 'root@host' });
    if (made.kind !== 'made') throw new Error(made.kind);
    await follow(made.url);
    expect(await listOwnResets(ground(), await signIn(password))).toMatchObject([
      { by: { id: actorIds.commandLine, email: 'root@host' }, confirmed: false },
      { by: { id: eve.id }, confirmed: true },
    ]);
  });

  test('is told to all admins for seven days, and to nobody else', async () => {
    await resetByEve();
    expect(await listRecentResets(ground(), eve)).toMatchObject([
      { person: { name: 'sam', email: 'sam@example.net' }, by: { name: 'eve' }, address: '198.51.100.9' },
    ]);
    expect(await listRecentResets(ground(), { ...eve, role: 'support' })).toEqual([]);
    await database().withoutGuards(async (db) => {
      await db.update(events).set({ at: new Date(Date.now() - 7 * dayMs - 1_000) });
    });
    expect(await listRecentResets(ground(), eve)).toEqual([]);
  });

  test('marks what the person binds within 24 hours, by the newest reset, and nobody else’s', async () => {
    await resetByEve();
    const [reset] = await listRecentResets(ground(), eve);
    const at = Date.parse(reset?.at ?? '');
    const row = (actorId: string, afterMs: number) => ({ actorId, createdAt: new Date(at + afterMs) });
    const rows = [row(samId, -1), row(samId, 0), row(samId, dayMs - 1), row(samId, dayMs), row(eve.id, 1)];
    const markOf = await readResetMarks(database().db, rows);
    expect(rows.map((each) => markOf(each)?.by?.name ?? null)).toEqual([null, 'eve', 'eve', null, null]);
  });

  test('a first password, a changed one and a link that nobody used are no reset', async () => {
    const lin = { name: 'Lin', email: 'lin@example.net', role: 'support' } as const;
    await follow(unwrap(await addPerson(ground(), eve, lin)).url);
    await renewLink(ground(), eve, { id: samId });
    await signIn(testPassword);
    expect(await listRecentResets(ground(), eve)).toEqual([]);
  });
});
