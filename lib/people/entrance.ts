import 'server-only';
import { hashOf, storePassword } from '#lib/auth/accounts.ts';
import type { Auth } from '#lib/auth/engine.ts';
import { findLink, useUpLink } from '#lib/auth/links.ts';
import { setUp } from '#lib/auth/setup.ts';
import { beginSession, type SignedIn } from '#lib/auth/sign-in.ts';
import { accountKey, forgetTries } from '#lib/auth/throttle.ts';
import type { Database } from '#lib/db/database.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { parseSdkAppId } from '#lib/domain/sdk-app-id.ts';
import type { AcceptInput, SetUpInput } from '#lib/people/schema.ts';
import { findPersonRow } from '#lib/people/store.ts';

// How people come in by a single-use link: the first admin, and whoever was invited or gets a new password.

type Ground = { db: Database; auth: Auth };

/** Whom an invitation is for, while it works. */
export async function findInvitation(
  db: Database,
  token: string,
): Promise<{ name: string; email: string } | null> {
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
  const person = await findInvitation(db, token);
  if (!person) return fail(problem('link_expired'));
  const hash = await hashOf(password);
  const accepted = await db.transaction(async (inside) => {
    const link = await useUpLink(inside, 'invitation', token);
    if (!link?.userId) return false;
    await storePassword(inside, link.userId, hash);
    return true;
  });
  if (!accepted) return fail(problem('link_expired'));
  await forgetTries(db, accountKey(person.email));
  return signedIn(await beginSession(ground, { email: person.email, password }, requestHeaders));
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
  const made = await setUp(ground.db, token, { admin, app: app.value });
  if (!made.ok) return made;
  return signedIn(await beginSession(ground, admin, requestHeaders));
}

function readApp(id: string, name: string): Result<{ id: string; name: string }> {
  const appId = parseSdkAppId(id);
  if (!appId.ok) return appId;
  return name === '' ? fail(problem('name_missing', { field: 'appName' })) : ok({ id: appId.value, name });
}

/** Null only when somebody was disabled between setting the password and this moment. */
const signedIn = (session: SignedIn | null): Result<SignedIn> =>
  session ? ok(session) : fail(problem('sign_in_failed'));
