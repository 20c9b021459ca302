import type { ErrorListener, OpenDatabase } from '#lib/db/database.ts';
import { processSingleton } from '#lib/server/process-singleton.ts';

type SharedDatabase = {
  opening?: Promise<OpenDatabase> | undefined;
  /** Hears of connections lost while nobody waits for them; the log, once it is there. */
  onError: ErrorListener;
};

/** The process's one database, whichever copy of the code asks for it. */
export const sharedDatabase = (): SharedDatabase =>
  processSingleton<SharedDatabase>('database', () => ({ onError: () => {} }));
