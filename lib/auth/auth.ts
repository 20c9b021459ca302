import 'server-only';
import { type Auth, createAuth } from '#lib/auth/better-auth.ts';
import { persistedSecret } from '#lib/auth/persisted-secret.ts';
import { getDatabase } from '#lib/db/client.ts';
import { env } from '#lib/server/env.ts';
import { processSingleton } from '#lib/server/process-singleton.ts';

/** The process's one engine, on the process's one database. */
export const getAuth = (): Promise<Auth> =>
  processSingleton('auth', async () =>
    createAuth({
      db: await getDatabase(),
      origin: env.appOrigin,
      secret: env.authSecret ?? persistedSecret(env.dataDir),
    }),
  );
