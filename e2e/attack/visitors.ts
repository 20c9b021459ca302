import { callAction, codeOf, returnedBy, sessionCookieOf } from '#e2e/attack/call.ts';
import { admin } from '#lib/testing/console.ts';

export const password = 'another long enough password';

/** The token of a one-time link. */
export const tokenOf = (link: string): string =>
  new URLSearchParams(new URL(link).hash.slice(1)).get('token') ?? '';

type Credentials = { email: string; password: string };

/** Signs in and gives back the cookie. */
export async function signInCookie(origin: string, person: Credentials = admin): Promise<string> {
  const answer = await callAction(origin, 'signIn', [{ ...person, next: null }]);
  const cookie = sessionCookieOf(answer);
  if (!cookie) throw new Error(`${person.email} could not sign in: ${answer.status} ${codeOf(answer)}`);
  return cookie;
}

/** The token of the one-time link of somebody whom the admin adds. */
export async function invite(
  origin: string,
  adminCookie: string,
  person: { name: string; email: string; role: 'admin' | 'support' },
): Promise<{ id: string; token: string }> {
  const answer = await callAction(origin, 'addPerson', [person], { cookie: adminCookie });
  const value = returnedBy<{ url: string; person: { id: string } }>(answer);
  return { id: value.person.id, token: tokenOf(value.url) };
}

/** Adds somebody, sets their password and signs them in. */
export async function admit(
  origin: string,
  adminCookie: string,
  person: { name: string; email: string; role: 'admin' | 'support' },
): Promise<{ id: string; cookie: string }> {
  const { id, token } = await invite(origin, adminCookie, person);
  const answer = await callAction(origin, 'acceptInvitation', [{ token, password }]);
  const cookie = sessionCookieOf(answer);
  if (!cookie) throw new Error(`${person.email} could not come in: ${answer.status} ${codeOf(answer)}`);
  return { id, cookie };
}
