import { isAPIError } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import { findHash, storeHash } from '#lib/auth/accounts.ts';
import type { Auth } from '#lib/auth/better-auth.ts';
import { deviceCookie, newDeviceId, readDevice } from '#lib/auth/device.ts';
import { type HashPriority, withHashSlot } from '#lib/auth/hash-queue.ts';
import { rememberOrigins } from '#lib/auth/known-origins.ts';
import { hashArgon2, isCurrentHash } from '#lib/auth/password-hash.ts';
import { digestOf } from '#lib/auth/secret.ts';
import { endSession, findHeldSession, purgeSessions } from '#lib/auth/session.ts';
import { admitTry } from '#lib/auth/sign-in-budget.ts';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/database.ts';
import { user as people, session as sessions } from '#lib/db/schema/auth.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Role } from '#lib/domain/role.ts';
import { peerHeader } from '#lib/server/peer.ts';

type Ground = { db: Database; auth: Auth };
type Credentials = { email: string; password: string };

/** Who signed in, and the response headers that carry the new session's cookie and the browser's. */
export type SignedIn = { userId: string; role: Role; sessionId: string; responseHeaders: Headers };

/** What an unknown browser is told to wait while too many passwords wait for their hash, in seconds. */
const busyWait = 5;

/**
 * Checks a password and begins a session under a new token. An unknown email, a wrong password and a disabled
 * person get the same answer after the same work. `sign_in_throttled` and `sign_in_account_busy` say the seconds to wait.
 */
export async function signIn(
  ground: Ground,
  credentials: Credentials,
  requestHeaders: Headers,
): Promise<Result<SignedIn>> {
  const { email } = credentials;
  const deviceId = readDevice(requestHeaders, signerOf(ground.auth));
  const admitted = await admitTry(ground.db, { email, deviceId, address: requestHeaders.get(peerHeader) });
  if (!admitted.ok) return admitted;
  const { priority, succeeded } = admitted.value;
  const session = await beginSession(ground, credentials, { requestHeaders, priority });
  if (!session.ok) return session;
  await succeeded();
  return session;
}

/** What signs a browser's cookie. */
export const signerOf = ({ options }: Auth) => ({ origin: options.baseURL, secret: options.secret });

type How = { requestHeaders: Headers; priority: HashPriority };

/**
 * The part without counting, for a person who has just set their password through a link. Ends the session that this browser
 * held. `sign_in_failed`: the password is not theirs.
 */
export async function beginSession(
  ground: Ground,
  credentials: Credentials,
  { requestHeaders, priority }: How,
): Promise<Result<SignedIn>> {
  const { db, auth } = ground;
  const held = await findHeldSession(auth, requestHeaders);
  const begun = await withHashSlot(priority, () => checkPassword(ground, credentials, requestHeaders));
  if (begun === null) return fail(problem('sign_in_throttled', { params: { seconds: busyWait } }));
  if (!begun.ok) return begun;
  const { userId, responseHeaders } = begun.value;
  if (held !== null) await endSession(db, held);
  await purgeSessions(db);
  const signer = signerOf(auth);
  const deviceId = readDevice(requestHeaders, signer) ?? newDeviceId();
  const address = requestHeaders.get(peerHeader);
  await rememberOrigins(db, userId, { email: credentials.email, address, deviceId });
  responseHeaders.append('set-cookie', deviceCookie(deviceId, signer));
  return begun;
}

async function checkPassword(
  { db, auth }: Ground,
  { email, password }: Credentials,
  requestHeaders: Headers,
): Promise<Result<SignedIn>> {
  const failed = fail(problem('sign_in_failed'));
  try {
    const { headers, response } = await auth.api.signInEmail({
      body: { email: email.trim(), password },
      headers: requestHeaders,
      returnHeaders: true,
    });
    const userId = response.user.id;
    // better-auth keeps no more of an IPv6 address than its network.
    const ipAddress = requestHeaders.get(peerHeader);
    const [session] = await db
      .update(sessions)
      .set({ ipAddress })
      .where(eq(sessions.token, digestOf(response.token)))
      .returning({ id: sessions.id });
    const [person] = await db
      .update(people)
      .set({ lastSignInAt: now() })
      .where(eq(people.id, userId))
      .returning({ role: people.role });
    if (!person || !session) return failed;
    const stored = await findHash(db, userId);
    if (stored !== null && !isCurrentHash(stored)) await storeHash(db, userId, await hashArgon2(password));
    return ok({ userId, role: person.role, sessionId: session.id, responseHeaders: headers });
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return failed;
    throw error;
  }
}

/** Ends the session of the request's cookie; the response headers take the cookie back. */
export async function signOut(auth: Auth, requestHeaders: Headers): Promise<Headers> {
  const { headers } = await auth.api.signOut({ headers: requestHeaders, returnHeaders: true });
  return headers;
}
