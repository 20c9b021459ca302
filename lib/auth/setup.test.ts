import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { canSetUp, ensureFirstAdmin, setUp } from '#lib/auth/setup.ts';
import { signIn } from '#lib/auth/sign-in.ts';
import { user } from '#lib/db/schema/auth.ts';
import { apps, links } from '#lib/db/schema/console.ts';
import {
  addTestPerson,
  browserHeaders,
  createTestAuth,
  testOrigin,
  testPassword,
} from '#lib/testing/auth/auth.ts';
import { collide } from '#lib/testing/auth/collision.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

const bare = { appOrigin: testOrigin, firstAdmin: null };
const admin = { name: 'Mei', email: 'mei@example.net', password: testPassword };
const app = { id: '1400000000', name: 'Main line' };

const tokenOf = (link: string | null): string =>
  new URLSearchParams(new URL(link ?? '').hash.slice(1)).get('token') ?? '';

const unrecorded = async () => {};

describeOnEachDatabase('first admin', (database) => {
  const people = () => database().db.select().from(user);
  const firstLink = async () => tokenOf(await ensureFirstAdmin(database().db, bare, unrecorded));
  beforeEach(() => database().clear());

  test('a first start makes a link and no account', async () => {
    const link = await ensureFirstAdmin(database().db, bare, unrecorded);
    expect(link).toMatch(/^http:\/\/localhost:3000\/setup#token=[\w-]{43}$/);
    expect(await people()).toEqual([]);
    const [stored] = await database().db.select().from(links);
    expect(JSON.stringify(stored)).not.toContain(tokenOf(link));
  });

  test('the link makes one admin who can sign in, and the first app', async () => {
    const { db } = database();
    expect(await setUp(db, await firstLink(), { admin, app, onMade: unrecorded })).toEqual({
      ok: true,
      value: null,
    });
    expect(await people()).toMatchObject([{ email: 'mei@example.net', role: 'admin' }]);
    expect(await db.select().from(apps)).toMatchObject([app]);
    expect((await signIn({ db, auth: createTestAuth(db) }, admin, browserHeaders())).ok).toBe(true);
  });

  test('twenty who set up at once with one link make one admin', async () => {
    const { db } = database();
    const token = await firstLink();
    const tries = Array.from({ length: 20 }, (_, n) =>
      setUp(db, token, { admin: { ...admin, email: `person${n}@example.net` }, app, onMade: unrecorded }),
    );
    const results = await Promise.all(tries);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await people()).toHaveLength(1);
  });

  test('six links of six starts, used at the same moment, make one admin', async () => {
    const { db } = database();
    const tokens = await Promise.all(Array.from({ length: 6 }, firstLink));
    const lock = sql`lock table "user" in share row exclusive mode`;
    const attempt = (token: string, n: number) => () =>
      setUp(db, token, { admin: { ...admin, email: `person${n}@example.net` }, app, onMade: unrecorded });
    const results = await collide(database(), lock, tokens.map(attempt));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await people()).toHaveLength(1);
  });

  test('a link is useless once there is an admin', async () => {
    const { db } = database();
    const token = await firstLink();
    await addTestPerson(db, 'ada@example.net', 'admin');
    expect(await canSetUp(db, token)).toBe(false);
    expect(await setUp(db, token, { admin, app, onMade: unrecorded })).toMatchObject({
      problem: { code: 'setup_closed' },
    });
    expect(await ensureFirstAdmin(db, bare, unrecorded)).toBeNull();
  });

  test('a link works for an hour', async () => {
    const { db } = database();
    const token = await firstLink();
    await db.execute(sql`update links set expires_at = expires_at - interval '59 minutes'`);
    expect(await canSetUp(db, token)).toBe(true);
    await db.execute(sql`update links set expires_at = expires_at - interval '1 minute'`);
    expect(await setUp(db, token, { admin, app, onMade: unrecorded })).toMatchObject({
      problem: { code: 'setup_link_expired' },
    });
    expect(await people()).toEqual([]);
  });

  test('a made-up token makes nobody', async () => {
    await firstLink();
    expect(await setUp(database().db, 'made up', { admin, app, onMade: unrecorded })).toMatchObject({
      problem: { code: 'setup_link_expired' },
    });
    expect(await people()).toEqual([]);
  });

  test('the environment makes the admin it names, once, however many processes start', async () => {
    const { db } = database();
    const env = { appOrigin: testOrigin, firstAdmin: { email: 'Ops@Example.net', password: testPassword } };
    expect(await Promise.all([1, 2, 3].map(() => ensureFirstAdmin(db, env, unrecorded)))).toEqual([
      null,
      null,
      null,
    ]);
    expect(await people()).toMatchObject([{ email: 'ops@example.net', role: 'admin' }]);
    await ensureFirstAdmin(
      db,
      {
        ...env,
        firstAdmin: { email: 'second@example.net', password: testPassword },
      },
      unrecorded,
    );
    expect(await people()).toHaveLength(1);
  });
});
