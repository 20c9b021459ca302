import 'server-only';
import { findRecorded, recordEvent } from '#lib/audit-log/service.ts';
import type { Actor } from '#lib/audit-log/store.ts';
import { hashOf, normaliseEmail, storePassword } from '#lib/auth/accounts.ts';
import type { Auth } from '#lib/auth/better-auth.ts';
import { forgetDevices } from '#lib/auth/known-origins.ts';
import { consumeLink, findLink } from '#lib/auth/links.ts';
import { checkStrength } from '#lib/auth/password-strength.ts';
import { canSetUp, hasAdmin, setUp } from '#lib/auth/setup.ts';
import { beginSession, type SignedIn } from '#lib/auth/sign-in.ts';
import type { Database } from '#lib/db/database.ts';
import { problem } from '#lib/domain/problem.ts';
import { actorIds, type LinkMaker } from '#lib/domain/recorded-event.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { parseSdkAppId } from '#lib/domain/sdk-app-id.ts';
import { recordFirstAdmin } from '#lib/people/first-admin.ts';
import { recordSignedIn } from '#lib/people/record-sign-in.ts';
import type { AcceptInput, SetUpInput } from '#lib/people/schema.ts';
import { findPersonRow, subjectOf } from '#lib/people/store.ts';
import { peerHeader } from '#lib/server/peer.ts';

// How people come in by a single-use link: the first admin, and whoever was invited or gets a new password.

type Ground = { db: Database; auth: Auth };

/** Whom an invitation is for, while it works. */
export async function readInvitation(
  db: Database,
  token: string,
): Promise<Result<{ name: string; email: string }>> {
  const person = await findInvitation(db, token);
  return person ? ok(person) : fail(problem('link_expired'));
}

/** `setup_closed` where there is an admin, `setup_link_expired` for a link that does not work (any more). */
export async function readSetup(db: Database, token: string): Promise<Result<null>> {
  if (await canSetUp(db, token)) return ok(null);
  return fail(problem((await hasAdmin(db)) ? 'setup_closed' : 'setup_link_expired'));
}

async function findInvitation(db: Database, token: string): Promise<{ name: string; email: string } | null> {
  const link = await findLink(db, 'invitation', token);
  const person = link?.userId ? await findPersonRow(db, link.userId) : undefined;
  return person && !person.disabled ? { name: person.name, email: person.email } : null;
}

/** Sets the password of an invitation, ends the sessions begun under an old one, and signs the person in. */
export async function acceptInvitation(
  ground: Ground,
  { token, password }: AcceptInput,
  requestHeaders: Headers,
): Promise<Result<SignedIn>> {
  const { db } = ground;
  const address = requestHeaders.get(peerHeader);
  const person = await findInvitation(db, token);
  if (!person) return fail(problem('link_expired'));
  const strong = checkStrength(password, person);
  if (!strong.ok) return strong;
  const hash = await hashOf(password);
  const accepted = await db.transaction(async (inside) => {
    const link = await consumeLink(inside, 'invitation', token);
    if (!link?.userId) return false;
    await recordUse(inside, { userId: link.userId, eventId: link.eventId, address });
    await storePassword(inside, link.userId, hash);
    await forgetDevices(inside, { id: link.userId, email: person.email });
    return true;
  });
  if (!accepted) return fail(problem('link_expired'));
  const credentials = { email: person.email, password };
  return begin(ground, credentials, { way: 'link', requestHeaders });
}

/**
 * Records that a password was set by a link. Who followed it is not known: it need not be the person. Before the password is
 * stored, since it tells a first one from a reset.
 */
async function recordUse(
  db: Database,
  { userId, eventId, address }: { userId: string; eventId: string | null; address: string | null },
): Promise<void> {
  const person = await findPersonRow(db, userId);
  if (!person) throw new Error('Whom a link is for is there.');
  const made = eventId === null ? null : await findRecorded({ db }, eventId);
  const by: LinkMaker | null = made && { ...pick(made.actor), at: made.at };
  const actor = { id: actorIds.unknown, name: '', email: '', address };
  const subject = subjectOf(person);
  await recordEvent(
    { db },
    actor,
    person.hasPassword
      ? { kind: 'reset', details: { ...subject, by } }
      : { kind: 'person', details: { act: 'joined', ...subject, by } },
  );
}

const pick = ({ id, name, email, address }: Actor): Actor => ({ id, name, email, address });

type Coming = { way: 'link' | 'set_up'; requestHeaders: Headers };

async function begin(
  ground: Ground,
  credentials: { email: string; password: string },
  { way, requestHeaders }: Coming,
): Promise<Result<SignedIn>> {
  const begun = await beginSession(ground, credentials, { requestHeaders, priority: 'known' });
  if (begun.ok) await recordSignedIn(ground.db, begun.value, { way, requestHeaders });
  return begun;
}

/** Makes the first admin, and the first app where `needsApp`, and signs them in. */
export async function completeSetUp(
  ground: Ground & { needsApp: boolean },
  input: SetUpInput,
  requestHeaders: Headers,
): Promise<Result<SignedIn>> {
  const { token, appId, appName, ...admin } = input;
  const app = ground.needsApp ? readApp(appId ?? '', appName ?? '') : ok(null);
  if (!app.ok) return app;
  const strong = checkStrength(admin.password, admin);
  if (!strong.ok) return strong;
  const { name, email } = admin;
  const onMade = async (db: Database, id: string) => {
    const actor = { id, name, email: normaliseEmail(email), address: requestHeaders.get(peerHeader) };
    await recordFirstAdmin(db, actor, { way: 'link', app: app.value });
  };
  const made = await setUp(ground.db, token, { admin, app: app.value, onMade });
  if (!made.ok) return made;
  return begin(ground, admin, { way: 'set_up', requestHeaders });
}

function readApp(id: string, name: string): Result<{ id: string; name: string }> {
  const appId = parseSdkAppId(id);
  if (!appId.ok) return appId;
  return name === '' ? fail(problem('name_missing', { field: 'appName' })) : ok({ id: appId.value, name });
}
