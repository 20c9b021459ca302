import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { sessionCookieName } from '#lib/auth/better-auth.ts';

/** Browsers keep no cookie for longer than 400 days. */
const lifetimeSeconds = 400 * 24 * 60 * 60;

type Signer = { origin: string; secret: string };

const cookieName = (origin: string): string => sessionCookieName(origin).replace('session_token', 'device');

const signatureOf = (id: string, secret: string): string =>
  createHmac('sha256', secret).update(`device ${id}`).digest('base64url');

/**
 * The id in the device cookie, or null. The cookie says that somebody signed in with this browser; to which accounts is in
 * the table `known_origins`. It opens nothing: it only gives the browser a budget of its own for tries.
 */
export function readDevice(headers: Headers, { origin, secret }: Signer): string | null {
  const name = cookieName(origin);
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
  const [id = '', signature = ''] = value.split('.');
  const expected = Buffer.from(signatureOf(id, secret));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given) ? id : null;
}

export const newDeviceId = (): string => randomUUID();

/** The whole Set-Cookie line. */
export function deviceCookie(id: string, { origin, secret }: Signer): string {
  const secure = origin.startsWith('https://') ? '; Secure' : '';
  const value = `${id}.${signatureOf(id, secret)}`;
  return `${cookieName(origin)}=${value}; Max-Age=${lifetimeSeconds}; Path=/; HttpOnly${secure}; SameSite=Strict`;
}
