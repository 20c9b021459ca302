import 'server-only';
import { fullAnHour, recordRepeated } from '#lib/audit-log/repeated.ts';
import { recordEvent } from '#lib/audit-log/service.ts';
import { findHash, hashOf, storeHash } from '#lib/auth/accounts.ts';
import { withHashSlot } from '#lib/auth/hash-queue.ts';
import { forgetDevices } from '#lib/auth/known-origins.ts';
import { verifyHash } from '#lib/auth/password-hash.ts';
import { checkStrength } from '#lib/auth/password-strength.ts';
import { countTry, forgetTries, passwordKey } from '#lib/auth/throttle.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Database } from '#lib/db/database.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { ChangeNameInput, ChangePasswordInput, EndSessionInput } from '#lib/people/schema.ts';
import { endOne, endOthers, listSessionRows, updateName } from '#lib/people/store-account.ts';
import { type AccountView, readDevice, type SessionView } from '#lib/people/view-account.ts';

// What a person does with their own account. Everybody who is signed in may, and nobody for somebody else: each statement
// names the viewer's own id.

type Ground = { db: Database };

/** The viewer's own account, with the sessions that still count. */
export async function getAccount({ db }: Ground, viewer: Viewer): Promise<AccountView> {
  return { name: viewer.name, email: viewer.email, sessions: await listSessions({ db }, viewer) };
}

async function listSessions({ db }: Ground, viewer: Viewer): Promise<SessionView[]> {
  const rows = await listSessionRows(db, viewer.id);
  const views = rows.map((row) => ({
    id: row.id,
    device: readDevice(row.userAgent),
    // An IPv4 address as a socket that takes both kinds writes it.
    address: row.ipAddress?.replace(/^::ffff:/i, '') || null,
    startedAt: row.createdAt.toISOString(),
    lastUsedAt: row.updatedAt.toISOString(),
    current: row.id === viewer.sessionId,
  }));
  return [...views.filter(({ current }) => current), ...views.filter(({ current }) => !current)];
}

/** Later changes are recorded under the new name; earlier ones keep the name they were made under. */
export async function changeName(
  { db }: Ground,
  viewer: Viewer,
  { name }: ChangeNameInput,
): Promise<Result<{ name: string }>> {
  if (name === viewer.name) return ok({ name });
  await db.transaction(async (inside) => {
    const details = { act: 'name_changed', from: viewer.name, to: name } as const;
    await recordEvent({ db: inside }, viewer, { kind: 'account', details });
    await updateName(inside, viewer.id, name);
  });
  return ok({ name });
}

/**
 * Replaces the viewer's own password, for who knows the old one. Ends their other sessions; their other browsers count as new
 * ones when they sign in. Wrong old passwords are throttled: who holds somebody's session must not find out their password.
 */
export async function changePassword(
  { db }: Ground,
  viewer: Viewer & { deviceId: string | null },
  { current, next }: ChangePasswordInput,
): Promise<Result<{ ended: number }>> {
  const strong = checkStrength(next, viewer, 'next');
  if (!strong.ok) return strong;
  const tries = passwordKey(viewer.id);
  const wait = await countTry(db, tries);
  if (wait !== null) return fail(problem('sign_in_throttled', { params: { seconds: wait } }));
  const stored = await findHash(db, viewer.id);
  const isRight = stored !== null && (await withHashSlot('known', () => verifyHash(stored, current)));
  if (!isRight) {
    await recordWrongPassword({ db }, viewer);
    return fail(problem('password_wrong', { field: 'current' }));
  }
  await forgetTries(db, tries);
  if (current === next) return fail(problem('password_unchanged', { field: 'next' }));
  const hash = await hashOf(next);
  return db.transaction(async (inside) => {
    const ended = await endOthers(inside, viewer.id, viewer.sessionId);
    await recordEvent({ db: inside }, viewer, {
      kind: 'account',
      details: { act: 'password_changed', ended },
    });
    await storeHash(inside, viewer.id, hash);
    await forgetDevices(inside, viewer, viewer.deviceId);
    return ok({ ended });
  });
}

/** Who holds somebody's session may guess for hours: the first guesses stand in full. */
async function recordWrongPassword(ground: Ground, viewer: Viewer): Promise<void> {
  const { id: personId, name, email } = viewer;
  const details = { act: 'failed', page: 'account', personId, name, email } as const;
  const counter = { scope: 'account', key: `failed:password:${personId}`, limit: fullAnHour } as const;
  await recordRepeated(ground, viewer, { kind: 'signIn', details }, [counter]);
}

/** Ends one of the viewer's sessions. Gives those that are left. */
export async function endSession(
  { db }: Ground,
  viewer: Viewer,
  { sessionId }: EndSessionInput,
): Promise<Result<SessionView[]>> {
  const ended = await db.transaction(async (inside) => {
    if (!(await endOne(inside, viewer.id, sessionId))) return false;
    await recordEvent({ db: inside }, viewer, {
      kind: 'account',
      details: { act: 'sessions_ended', ended: 1 },
    });
    return true;
  });
  return ended ? ok(await listSessions({ db }, viewer)) : fail(problem('not_found'));
}

/** Ends all of the viewer's sessions but the one that asks, and forgets their other browsers. */
export async function endOtherSessions(
  { db }: Ground,
  viewer: Viewer & { deviceId: string | null },
): Promise<Result<SessionView[]>> {
  await db.transaction(async (inside) => {
    const ended = await endOthers(inside, viewer.id, viewer.sessionId);
    await forgetDevices(inside, viewer, viewer.deviceId);
    if (ended > 0)
      await recordEvent({ db: inside }, viewer, {
        kind: 'account',
        details: { act: 'sessions_ended', ended },
      });
  });
  return ok(await listSessions({ db }, viewer));
}
