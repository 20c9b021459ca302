import { count, eq, sql } from 'drizzle-orm';
import { hashOf, insertPerson, storePassword } from '#lib/auth/accounts.ts';
import { linkLimits } from '#lib/auth/limits.ts';
import { consumeLink, findLink, issueLink } from '#lib/auth/links.ts';
import { checkStrength } from '#lib/auth/password-strength.ts';
import type { Database } from '#lib/db/database.ts';
import { user } from '#lib/db/schema/auth.ts';
import { apps } from '#lib/db/schema/console.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { paths } from '#lib/paths.ts';

export type FirstAdmin = { name: string; email: string; password: string };

/** Called within the transaction that makes the first admin, to record it. */
type OnMade = (inside: Database, personId: string) => Promise<void>;

/** Any number, the same in every process: whoever makes the first admin holds this lock. */
const setupLock = 7_301_001;

/** Whether anybody ever became admin. */
export async function hasAdmin(db: Database): Promise<boolean> {
  const [row] = await db.select({ admins: count() }).from(user).where(eq(user.role, 'admin'));
  return (row?.admins ?? 0) > 0;
}

/** Runs `make` alone, and only while there is no admin. */
const whileNoAdmin = <T>(db: Database, make: (inside: Database) => Promise<T>): Promise<T | null> =>
  db.transaction(async (inside) => {
    await inside.execute(sql`select pg_advisory_xact_lock(${setupLock})`);
    return (await hasAdmin(inside)) ? null : make(inside);
  });

const weakFirstPassword =
  'PATCHBOARD_ADMIN_PASSWORD is too easy to guess. Give several words that do not belong together, or leave both ' +
  'PATCHBOARD_ADMIN_EMAIL and PATCHBOARD_ADMIN_PASSWORD out to get a set-up link.';

async function makeAdmin(
  db: Database,
  admin: Omit<FirstAdmin, 'password'>,
  { hash, onMade }: { hash: string; onMade: OnMade },
): Promise<void> {
  const id = await insertPerson(db, { ...admin, role: 'admin' });
  if (id === null) throw new Error('The email of the first admin belongs to somebody who is no admin.');
  await storePassword(db, id, hash);
  await onMade(db, id);
}

/**
 * Sees to it that somebody can sign in: makes the admin of PATCHBOARD_ADMIN_EMAIL and _PASSWORD, or returns a
 * set-up link for a person to follow within an hour. Null where there is an admin. There is no default password. Throws
 * where that password is easy to guess.
 */
export async function ensureFirstAdmin(
  db: Database,
  env: { appOrigin: string; firstAdmin: { email: string; password: string } | null },
  onMade: OnMade,
): Promise<string | null> {
  if (await hasAdmin(db)) return null;
  if (env.firstAdmin) {
    const { email, password } = env.firstAdmin;
    if (!checkStrength(password, { name: '', email }).ok) throw new Error(weakFirstPassword);
    const hash = await hashOf(password);
    await whileNoAdmin(db, (inside) =>
      makeAdmin(inside, { name: email.split('@')[0] ?? email, email }, { hash, onMade }),
    );
    return null;
  }
  const token = await issueLink(db, {
    purpose: 'setup',
    userId: null,
    eventId: null,
    lifetimeMs: linkLimits.setupMs,
  });
  return new URL(paths.setup(token), env.appOrigin).href;
}

/** Whether a set-up link still leads somewhere. */
export async function canSetUp(db: Database, token: string): Promise<boolean> {
  return !(await hasAdmin(db)) && (await findLink(db, 'setup', token)) !== undefined;
}

/**
 * Makes the first admin, and the first app where one is given. However many try at once, with however many links,
 * one succeeds; the rest get `setup_closed`, and a link that has run out gets `setup_link_expired`.
 */
export async function setUp(
  db: Database,
  token: string,
  wanted: { admin: FirstAdmin; app: { id: string; name: string } | null; onMade: OnMade },
): Promise<Result<null>> {
  const { admin, app, onMade } = wanted;
  // Before the costly hash, so that a made-up token costs nothing.
  if (await hasAdmin(db)) return fail(problem('setup_closed'));
  if (!(await findLink(db, 'setup', token))) return fail(problem('setup_link_expired'));
  const hash = await hashOf(admin.password);
  const made = await whileNoAdmin(db, async (inside): Promise<Result<null, Problem>> => {
    if (!(await consumeLink(inside, 'setup', token))) return fail(problem('setup_link_expired'));
    await makeAdmin(inside, { name: admin.name, email: admin.email }, { hash, onMade });
    if (app) await inside.insert(apps).values(app).onConflictDoNothing();
    return ok(null);
  });
  return made ?? fail(problem('setup_closed'));
}
