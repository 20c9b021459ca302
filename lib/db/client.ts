import 'server-only';
import type { Database, OpenDatabase } from '#lib/db/database.ts';
import { openDatabase } from '#lib/db/open.ts';
import { sharedDatabase } from '#lib/db/shared-database.ts';
import { env } from '#lib/server/env.ts';
import { log } from '#lib/server/log.ts';

export type { Database } from '#lib/db/database.ts';

/** Long enough for a busy database, short enough for whoever asks after our health. */
const pingTimeoutMs = 3_000;

const shared = sharedDatabase();
shared.onError = (error) => log.warn({ error: error.message }, 'database connection lost');

/** The process's one open database, which server.ts and the worker open before anything else. A failed opening is forgotten, so that the next caller tries again. */
function getOpenDatabase(): Promise<OpenDatabase> {
  shared.opening ??= openDatabase({
    databaseUrl: env.databaseUrl,
    dataDir: env.dataDir,
    onError: (error) => shared.onError(error),
  }).catch((error: unknown) => {
    shared.opening = undefined;
    throw error;
  });
  return shared.opening;
}

/** Throws `FolderInUseError` while another process has the embedded database. */
export const getDatabase = async (): Promise<Database> => (await getOpenDatabase()).db;

/** Where the database is, see `OpenDatabase`. */
export const findPlace = async (): Promise<string> => (await getOpenDatabase()).place();

/** Whether the database answers within three seconds. Never throws. */
export async function pingDatabase(): Promise<boolean> {
  const answer = getOpenDatabase().then((open) => open.ping());
  const late = new Promise<never>((_, reject) => {
    setTimeout(reject, pingTimeoutMs).unref();
  });
  return Promise.race([answer, late]).then(
    () => true,
    () => false,
  );
}

/** Closes the database if it is open, after what is running has ended. */
export async function closeDatabase(): Promise<void> {
  const opening = shared.opening;
  shared.opening = undefined;
  await (await opening)?.close();
}
