import 'server-only';
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import { cookies } from 'next/headers';

/** Hands the cookies of an engine's response headers on to the browser. Only inside an action. */
export async function applyCookies(responseHeaders: Headers): Promise<void> {
  const jar = await cookies();
  for (const line of responseHeaders.getSetCookie()) {
    for (const [name, attributes] of parseSetCookieHeader(line)) {
      jar.set(name, attributes.value, toCookieOptions(attributes));
    }
  }
}
