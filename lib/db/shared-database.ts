import type { ErrorListener, OpenDatabase } from '#lib/db/database.ts';
import { perProcess } from '#lib/server/per-process.ts';

type SharedDatabase = {
  opening?: Promise<OpenDatabase> | undefined;
  /** Hears of connections lost while nobody waits for them; the log, once it is there. */
  onError: ErrorListener;
};

/** The process's one database, whichever copy of the code asks for it. */
export const sharedDatabase = (): SharedDatabase =>
  perProcess<SharedDatabase>('database', () => ({ onError: () => {} }));
