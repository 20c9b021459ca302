import { isAPIError } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import type { Auth } from '#lib/auth/engine.ts';
import { accountKey, addressKey, countTry, forgetTries, takeTryBack } from '#lib/auth/throttle.ts';
import type { Database } from '#lib/db/database.ts';
import { user as people } from '#lib/db/schema/auth.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Role } from '#lib/domain/role.ts';
import { now } from '#lib/server/clock.ts';
import { peerHeader } from '#lib/server/peer.ts';

type Ground = { db: Database; auth: Auth };
type Credentials = { email: string; password: string };

/** Who signed in, and the response headers that carry the new session's cookie. */
export type SignedIn = { userId: string; role: Role; responseHeaders: Headers };

/**
 * Checks a password and begins a session under a new token. An unknown email, a wrong password and a disabled
 * person get the same answer after the same work. `sign_in_throttled` says the seconds to wait.
 */
export async function signIn(
  ground: Ground,
  credentials: Credentials,
  requestHeaders: Headers,
): Promise<Result<SignedIn>> {
  const { db } = ground;
  const address = addressKey(requestHeaders.get(peerHeader));
  const account = accountKey(credentials.email);
  const addressWait = await countTry(db, address);
  if (addressWait !== null) return throttled(addressWait);
  const accountWait = await countTry(db, account);
  if (accountWait !== null) {
    // Nothing was looked at: a person hammering one account does not hold up everybody at their address.
    await takeTryBack(db, address);
    return throttled(accountWait);
  }
  const signedIn = await beginSession(ground, credentials, requestHeaders);
  if (!signedIn) return fail(problem('sign_in_failed'));
  await takeTryBack(db, address);
  await forgetTries(db, account);
  return ok(signedIn);
}

const throttled = (seconds: number) => fail(problem('sign_in_throttled', { params: { seconds } }));

/** The part without counting, for who has just set their password through a link. Null: the password is not theirs. */
export async function beginSession(
  { db, auth }: Ground,
  credentials: Credentials,
  requestHeaders: Headers,
): Promise<SignedIn | null> {
  try {
    const { headers, response } = await auth.api.signInEmail({
      body: { email: credentials.email.trim(), password: credentials.password },
      headers: requestHeaders,
      returnHeaders: true,
    });
    const [person] = await db
      .update(people)
      .set({ lastSignInAt: now() })
      .where(eq(people.id, response.user.id))
      .returning({ role: people.role });
    if (!person) return null;
    return { userId: response.user.id, role: person.role, responseHeaders: headers };
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return null;
    throw error;
  }
}

/** Ends the session of the request's cookie; the response headers take the cookie back. */
export async function signOut(auth: Auth, requestHeaders: Headers): Promise<Headers> {
  const { headers } = await auth.api.signOut({ headers: requestHeaders, returnHeaders: true });
  return headers;
}
