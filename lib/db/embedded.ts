import fs from 'node:fs';
import path from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { drizzle } from 'drizzle-orm/pglite';
import { withCommitTasks } from '#lib/db/after-commit.ts';
import type { Database, ErrorListener, OpenDatabase } from '#lib/db/database.ts';
import {
  DurableNodeFS,
  durableStartParams,
  makeLastingFolder,
  syncPath,
  syncTree,
} from '#lib/db/durable-file-system.ts';
import { keepTidy, tidyIndexes } from '#lib/db/embedded-upkeep.ts';
import { lockFolder } from '#lib/db/folder-lock.ts';
import { migrateEmbedded } from '#lib/db/migrate.ts';
import { placeOfFolder } from '#lib/db/place.ts';
import { makePrivate } from '#lib/db/private-files.ts';
import * as schema from '#lib/db/schema.ts';
import { yieldLoop } from '#lib/server/yield-loop.ts';

/** As `pg` does, so that one statement means the same on both databases: 64 bits do not fit a JavaScript number. */
export const parsers = { [types.INT8]: (value: string) => value };

/** What a migration may `CREATE EXTENSION`: the engine has only what it is started with. */
export const extensions = { pg_trgm };

/**
 * A panicked engine (a log that cannot be written or synced) answers nothing any more and holds the JavaScript thread for ever.
 * The process ends instead; the next start recovers from the log on disk.
 */
function endAfterPanic(): void {
  process.stderr.write(
    'The database could not write to its disk, and stopped. Look at the disk of DATA_DIR (space, errors), then start again: nothing that was confirmed is lost.\n',
  );
  process.exit(1);
}

const startEngine = (folder: string): Promise<PGlite> =>
  PGlite.create({
    fs: new DurableNodeFS(folder, endAfterPanic),
    startParams: durableStartParams,
    parsers,
    extensions,
  });

/** A database is made beside its place and moved there when it is whole: a start cut short leaves no half of one. */
async function createFolder(folder: string): Promise<void> {
  const unfinished = `${folder}.new`;
  fs.rmSync(/* turbopackIgnore: true */ unfinished, { recursive: true, force: true });
  fs.mkdirSync(/* turbopackIgnore: true */ unfinished, { mode: 0o700 });
  const engine = await startEngine(unfinished);
  await engine.close();
  // PGlite copies the first files in without syncing them; what is committed later rests on them.
  syncTree(unfinished);
  fs.renameSync(/* turbopackIgnore: true */ unfinished, /* turbopackIgnore: true */ folder);
  syncPath(path.dirname(folder));
}

/**
 * Between two statements, also of one transaction, the event loop gets a turn: the engine answers without leaving the
 * JavaScript thread, so that a hundred statements in a row would hold everything else up.
 */
function yieldBetweenStatements(engine: PGlite): void {
  const run = engine._runExclusiveQuery.bind(engine);
  engine._runExclusiveQuery = async <T>(statement: () => Promise<T>): Promise<T> => {
    await yieldLoop();
    return run(statement);
  };
}

type Around = { place: string; release: () => void };

/** Wraps a running engine; `release` runs after the engine has stopped. */
export function wrapEngine(engine: PGlite, { place, release }: Around): OpenDatabase {
  yieldBetweenStatements(engine);
  let closing: Promise<void> | undefined;
  return {
    db: withCommitTasks(drizzle(engine, { schema }) as unknown as Database),
    kind: 'embedded',
    ping: async () => void (await engine.query('select 1')),
    place: async () => place,
    close: () => (closing ??= engine.close().finally(release)),
  };
}

async function startMigrated(folder: string): Promise<PGlite> {
  const engine = await startEngine(folder);
  try {
    await migrateEmbedded(engine);
    await tidyIndexes(engine);
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/**
 * Opens the database in `dataDir/database`, making it when there is none (5-8 s), and brings its tables up to date.
 * Throws `FolderInUseError` when another process has it.
 */
export async function openEmbedded(dataDir: string, onError: ErrorListener): Promise<OpenDatabase> {
  const folder = path.resolve(/* turbopackIgnore: true */ dataDir, 'database');
  makeLastingFolder(path.dirname(folder));
  const release = await lockFolder(folder);
  try {
    const exists = fs.existsSync(/* turbopackIgnore: true */ path.join(folder, 'PG_VERSION'));
    if (!exists) await createFolder(folder);
    // The engine of earlier versions made files that anybody may write.
    makePrivate(folder);
    const engine = await startMigrated(folder);
    const stopTidying = keepTidy(engine, onError);
    return wrapEngine(engine, {
      place: placeOfFolder(folder),
      release: () => {
        stopTidying();
        release();
      },
    });
  } catch (error) {
    release();
    throw error;
  }
}
