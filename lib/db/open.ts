import type { ErrorListener, OpenDatabase } from '#lib/db/database.ts';
import { openEmbedded } from '#lib/db/embedded.ts';
import { openPostgres } from '#lib/db/postgres.ts';

export type DatabaseChoice = {
  /** Null: the embedded database in `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  /** Hears of connections lost while nobody was waiting for them. */
  onError?: ErrorListener;
};

/** Opens the chosen database with its tables up to date. */
export function openDatabase({
  databaseUrl,
  dataDir,
  onError = () => {},
}: DatabaseChoice): Promise<OpenDatabase> {
  return databaseUrl === null ? openEmbedded(dataDir, onError) : openPostgres(databaseUrl, onError);
}
