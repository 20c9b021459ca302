import 'server-only';
import { type Auth, createAuth } from '#lib/auth/engine.ts';
import { keptSecret } from '#lib/auth/kept-secret.ts';
import { getDatabase } from '#lib/db/client.ts';
import { env } from '#lib/server/env.ts';
import { perProcess } from '#lib/server/per-process.ts';

/** The process's one engine, on the process's one database. */
export const getAuth = (): Promise<Auth> =>
  perProcess('auth', async () =>
    createAuth({
      db: await getDatabase(),
      origin: env.appOrigin,
      secret: env.authSecret ?? keptSecret(env.dataDir),
    }),
  );
