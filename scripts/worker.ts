import { getContext } from '#lib/entry/get-context.ts';
import { startSending } from '#lib/sending.ts';
import { env } from '#lib/server/env.ts';
import { runStopHooks } from '#lib/server/stop.ts';

// npm run worker: sends the lines of batches beside the servers, on the same PostgreSQL. Serves nobody.

/** What is under way may take its ten seconds, and a little to be stored. */
const stopDeadlineMs = 15_000;

if (env.databaseUrl === null) {
  console.error('A worker needs DATABASE_URL: the embedded database belongs to one process, the server.');
  process.exit(1);
}
if (env.tencent.secretId === null && env.tencent.endpoint === null) {
  console.error(
    'A worker needs the credentials the servers have: the built-in simulator belongs to one server.',
  );
  process.exit(1);
}
const context = await getContext();
const setback = await startSending(context);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
if (setback) console.log(setback);
console.log(`Patchboard's worker is ready`);

async function stop(): Promise<void> {
  await runStopHooks({ deadlineMs: stopDeadlineMs, report: console.error });
  process.exit(0);
}
