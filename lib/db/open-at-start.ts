import fs from 'node:fs';
import path from 'node:path';
import type { OpenDatabase } from '#lib/db/database.ts';
import { assertFolderFree } from '#lib/db/folder-lock.ts';
import { type DatabaseChoice, openDatabase } from '#lib/db/open.ts';
import { checkPostgres } from '#lib/db/postgres-checks.ts';
import { readTarget } from '#lib/db/postgres-options.ts';
import { readFolderFailure, readPostgresFailure, type StartFailure } from '#lib/db/start-failure.ts';

/** Since the first try, in ms: close together while a database starts beside us, then for a minute. */
const triesAtMs = [0, 1, 2, 4, 8, 23, 38, 53, 68].map((seconds) => seconds * 1000);

/** What the waiting needs from around it, so that it can be tried without a minute's wait. */
export type Waiting = {
  report: (line: string) => void;
  /** Milliseconds on a clock that never jumps. */
  clockMs: () => number;
  pause: (ms: number) => Promise<unknown>;
};

type Opened<T> = { ok: true; value: T } | { ok: false; sentence: string };

/** Tries until it comes about, cannot, or the time is over. A line for each try that was too early. */
export async function tryAtStart<T>(
  attempt: () => Promise<T>,
  readFailure: (error: unknown) => StartFailure,
  { report, clockMs, pause }: Waiting,
): Promise<Opened<T>> {
  const startedMs = clockMs();
  let last = '';
  for (const [index, atMs] of triesAtMs.entries()) {
    const waitMs = startedMs + atMs - clockMs();
    if (waitMs > 0) await pause(waitMs);
    try {
      return { ok: true, value: await attempt() };
    } catch (error) {
      const { when, text } = readFailure(error);
      if (when === 'never') return { ok: false, sentence: text };
      last = text;
      const nextMs = triesAtMs[index + 1];
      const inMs = nextMs === undefined ? null : Math.max(0, startedMs + nextMs - clockMs());
      if (inMs !== null) report(`${text}. Next try in ${Math.ceil(inMs / 1000)} s.`);
    }
  }
  return { ok: false, sentence: `${last}. Start it, or correct host and port in DATABASE_URL.` };
}

const failureReader = ({ databaseUrl, dataDir }: DatabaseChoice) => {
  if (databaseUrl === null) return (error: unknown) => readFolderFailure(error, dataDir);
  return (error: unknown) => {
    if (error instanceof FolderError) return readFolderFailure(error.cause, dataDir);
    const { place, database, options } = targetOf(databaseUrl);
    return readPostgresFailure(error, { place, database, user: options.user ?? '' });
  };
};

/** For a sentence about it alone: a CA file that can not be read is told by its own error. */
function targetOf(databaseUrl: string) {
  const url = new URL(databaseUrl);
  for (const name of ['sslrootcert', 'sslcert', 'sslkey']) url.searchParams.delete(name);
  return readTarget(url.href);
}

/** The data folder can not be used; the cause says why. */
class FolderError extends Error {
  override name = 'FolderError';

  constructor(dataDir: string, cause: unknown) {
    super(`The folder ${dataDir} can not be used.`, { cause });
  }
}

type StartChoice = DatabaseChoice & {
  /** The secret of sessions is kept in `dataDir`, also where the database is elsewhere. */
  keepsSecret: boolean;
};

/** Checks and opens the database before anything else starts. Patient with a PostgreSQL that is not there yet. */
export const openAtStart = (choice: StartChoice, waiting: Waiting): Promise<Opened<OpenDatabase>> =>
  tryAtStart(
    async () => {
      await check(choice);
      return openDatabase(choice);
    },
    failureReader(choice),
    waiting,
  );

/** The same without opening: what can be known before a build of half a minute. */
export const checkAtStart = (choice: StartChoice, waiting: Waiting): Promise<Opened<void>> =>
  tryAtStart(() => check(choice), failureReader(choice), waiting);

async function check({ databaseUrl, dataDir, keepsSecret }: StartChoice): Promise<void> {
  if (databaseUrl === null || keepsSecret) assertWritable(dataDir);
  if (databaseUrl !== null) return checkPostgres(databaseUrl);
  assertFolderFree(path.resolve(dataDir, 'database'));
}

function assertWritable(dataDir: string): void {
  const folder = path.resolve(dataDir);
  try {
    const { R_OK, W_OK, X_OK } = fs.constants;
    fs.accessSync(nearestFolder(folder), W_OK | X_OK);
    const database = path.join(folder, 'database');
    if (fs.existsSync(database)) fs.accessSync(database, R_OK | W_OK | X_OK);
  } catch (error) {
    throw new FolderError(dataDir, error);
  }
}

/** The folder, or the first one above it that is there. */
function nearestFolder(folder: string): string {
  for (let at = folder; ; at = path.dirname(at)) {
    const found = fs.statSync(at, { throwIfNoEntry: false });
    if (found?.isDirectory() || at === path.dirname(at)) return at;
    if (found) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  }
}
