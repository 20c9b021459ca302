import { createAuth } from '#lib/auth/better-auth.ts';
import { persistedSecret } from '#lib/auth/persisted-secret.ts';
import { findSession } from '#lib/auth/session.ts';
import { sharedDatabase } from '#lib/db/shared-database.ts';
import { processSingleton } from '#lib/server/process-singleton.ts';

type Settings = { appOrigin: string; authSecret: string | null; dataDir: string };

/**
 * Whether a Cookie header belongs to a session that counts now. For server.ts, which runs outside Next: it has no request
 * context to ask `findViewer` in. A cookie whose signature is not ours asks the database nothing.
 */
export async function holdsSession(cookie: string, settings: Settings): Promise<boolean> {
  const database = await sharedDatabase().opening;
  if (!database) return false;
  const { db } = database;
  const auth = processSingleton('auth-outside-next', () =>
    createAuth({
      db,
      origin: settings.appOrigin,
      secret: settings.authSecret ?? persistedSecret(settings.dataDir),
    }),
  );
  return (await findSession({ db, auth }, new Headers({ cookie }))) !== null;
}
