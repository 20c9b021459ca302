import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { admin } from 'better-auth/plugins/admin';
import { hashSessionTokens } from '#lib/auth/hashed-tokens.ts';
import { passwordLimits, sessionLimits } from '#lib/auth/limits.ts';
import { hashArgon2, verifyHash } from '#lib/auth/password-hash.ts';
import { newSecret } from '#lib/auth/secret.ts';
import type { Database } from '#lib/db/database.ts';
import * as tables from '#lib/db/schema/auth.ts';
import { peerHeader } from '#lib/server/peer.ts';

/**
 * `__Host-` makes the browser refuse the cookie from another host, another path or plain HTTP; it needs TLS. Cookies do not
 * tell ports apart, so the name does: two consoles on one host name keep their sessions to themselves.
 */
export const sessionCookieName = (origin: string): string => {
  const { protocol, port } = new URL(origin);
  const name = `patchboard${port ? `-${port}` : ''}.session_token`;
  return protocol === 'https:' ? `__Host-${name}` : name;
};

/**
 * better-auth as this console uses it: as a library behind our own actions. Its HTTP handler is mounted nowhere,
 * so none of its endpoints, sign-up among them, can be reached from outside.
 */
export function createAuth(options: { db: Database; origin: string; secret: string }) {
  const { db, origin, secret } = options;
  return betterAuth({
    baseURL: origin,
    secret,
    database: (settings: BetterAuthOptions) =>
      hashSessionTokens(drizzleAdapter(db, { provider: 'pg', schema: tables })(settings)),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLimits.min,
      maxPasswordLength: passwordLimits.max,
      // Also hashes once where there is no such account, so that the answer takes as long.
      password: { hash: hashArgon2, verify: ({ hash, password }) => verifyHash(hash, password) },
    },
    session: {
      // better-auth holds the absolute limit; the idle one is ours (access.ts), so that reading a page,
      // where no cookie can be set, keeps a session alive too.
      expiresIn: sessionLimits.absoluteMs / 1000,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    databaseHooks: {
      session: { create: { before: async (session) => ({ data: { ...session, token: newSecret() } }) } },
    },
    plugins: [admin({ defaultRole: 'support' })],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      useSecureCookies: false,
      ipAddress: { ipAddressHeaders: [peerHeader] },
      cookies: {
        session_token: {
          name: sessionCookieName(origin),
          attributes: {
            httpOnly: true,
            sameSite: 'strict',
            secure: origin.startsWith('https://'),
            path: '/',
          },
        },
      },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
