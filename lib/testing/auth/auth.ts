import { hashOf, insertPerson, storePassword } from '#lib/auth/accounts.ts';
import { type Auth, createAuth, sessionCookieName } from '#lib/auth/better-auth.ts';
import { signIn } from '#lib/auth/sign-in.ts';
import type { Database } from '#lib/db/database.ts';
import type { Role } from '#lib/domain/role.ts';
import { peerHeader } from '#lib/server/peer.ts';

/** Laid down for tests: an origin, a secret and a password that mean nothing anywhere else. */
export const testOrigin = 'http://localhost:3000';
export const testPassword = 'correct horse battery staple';

export const createTestAuth = (db: Database): Auth =>
  createAuth({ db, origin: testOrigin, secret: 'a secret for tests alone, of no use anywhere' });

let hash: Promise<string> | undefined;

/** A person who can sign in with `testPassword`. */
export async function addTestPerson(db: Database, email: string, role: Role): Promise<string> {
  hash ??= hashOf(testPassword);
  const id = await insertPerson(db, { name: email.split('@')[0] ?? email, email, role });
  if (id === null) throw new Error(`${email} is taken`);
  await storePassword(db, id, await hash);
  return id;
}

/** What a browser would send: a peer address and, after signing in, the cookie. */
export const browserHeaders = (cookie?: string, address = '203.0.113.7'): Headers =>
  new Headers({ [peerHeader]: address, ...(cookie === undefined ? {} : { cookie }) });

/** The `name=value` of the session cookie that a response sets. */
export function cookieOf(responseHeaders: Headers): string {
  const set = responseHeaders
    .getSetCookie()
    .find((line) => line.startsWith(`${sessionCookieName(testOrigin)}=`));
  if (!set) throw new Error('no session cookie was set');
  return set.split(';')[0] ?? '';
}

/** Signs in and returns the cookie. */
export async function signInForTest(ground: { db: Database; auth: Auth }, email: string): Promise<string> {
  const result = await signIn(ground, { email, password: testPassword }, browserHeaders());
  if (!result.ok) throw new Error(`sign-in failed: ${result.problem.code}`);
  return cookieOf(result.value.responseHeaders);
}
