import { setTimeout as pause } from 'node:timers/promises';
import { startSending } from '#lib/background.ts';
import { monotonicMs } from '#lib/clock.ts';
import { openAtStart } from '#lib/db/open-at-start.ts';
import { sharedDatabase } from '#lib/db/shared-database.ts';
import { getContext } from '#lib/entry/get-context.ts';
import type { Environment } from '#lib/server/environment.ts';
import { followParent } from '#lib/server/follow-parent.ts';
import { redact } from '#lib/server/log.ts';
import { runStopHooks } from '#lib/server/stop.ts';

/** What is under way may take its ten seconds, and a little to be stored. */
const stopDeadlineMs = 15_000;

/** Opens the database, on the same PostgreSQL as the servers, and sends until a signal ends it. Serves nobody. */
export async function runWorker({ databaseUrl, dataDir }: Environment): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop());
  followParent(() => void stop());
  const say = (line: string) => console.error(redact(line));
  const database = await openAtStart(
    { databaseUrl, dataDir, keepsSecret: false, onError: (error) => sharedDatabase().onError(error) },
    { report: say, clockMs: monotonicMs, pause },
  );
  if (!database.ok) {
    say(`Patchboard's worker can not start. ${database.sentence}`);
    process.exit(1);
  }
  sharedDatabase().opening = Promise.resolve(database.value);
  const setback = await startSending(await getContext());
  if (setback) console.log(setback);
  console.log(`Patchboard's worker is ready`);
}

let stopping = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await runStopHooks({ deadlineMs: stopDeadlineMs, report: console.error });
  process.exit(0);
}
