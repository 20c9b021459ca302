import type { PGlite } from '@electric-sql/pglite';
import type { ErrorListener } from '#lib/db/database.ts';

const checkEveryMs = 60_000;
/** As much log is replayed at the next start after a crash, and kept on disk until then. */
const walBytesBetween = 16 * 1024 * 1024;

async function walPosition(engine: PGlite): Promise<number> {
  const { rows } = await engine.query<{ bytes: number }>(
    `select (pg_current_wal_lsn() - '0/0')::float8 as bytes`,
  );
  return rows[0]?.bytes ?? 0;
}

async function userTables(engine: PGlite): Promise<string[]> {
  const { rows } = await engine.query<{ name: string }>(
    `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables`,
  );
  return rows.map((row) => row.name);
}

/** Table by table, because each statement holds up the JavaScript thread while it runs. */
export async function tidy(engine: PGlite): Promise<void> {
  for (const table of await userTables(engine)) await engine.exec(`vacuum (analyze) ${table}`);
  await engine.exec('checkpoint');
}

/**
 * Does what PostgreSQL's background processes would. The embedded engine has none: its log would grow until the next
 * clean stop, dead rows would stay for ever and the planner would never learn the size of a table.
 */
export function keepTidy(engine: PGlite, onError: ErrorListener): () => void {
  let lastTidied: number | undefined;
  let running = false;

  async function check(): Promise<void> {
    const position = await walPosition(engine);
    lastTidied ??= position;
    if (position - lastTidied < walBytesBetween) return;
    await tidy(engine);
    lastTidied = await walPosition(engine);
  }

  const timer = setInterval(() => {
    if (running || engine.closed) return;
    running = true;
    check()
      .catch(onError)
      .finally(() => {
        running = false;
      });
  }, checkEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
