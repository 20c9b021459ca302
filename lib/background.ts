import 'server-only';
import { startRunner } from '#lib/batches/runner.ts';
import { pauseAll } from '#lib/batches/store.ts';
import { findPlace } from '#lib/db/client.ts';
import { startReasserting } from '#lib/delivery/reassert.ts';
import { startRecovery } from '#lib/delivery/recover.ts';
import { setbackCodes } from '#lib/domain/setback.ts';
import type { Context } from '#lib/entry/context.ts';
import { describeSetback, startWatch } from '#lib/safe-mode/heartbeat.ts';
import { hasSetback } from '#lib/safe-mode/store.ts';
import { onStop } from '#lib/server/stop.ts';

/**
 * Starts what works beside requests, in a server and in a worker: first whether the database is a copy put back, which pauses
 * what runs, then what settles and sends. Gives a line for whoever starts the process, or null.
 */
export async function startSending(context: Context): Promise<string | null> {
  const endWatch = await startWatch(context, {
    place: findPlace,
    onSetback: (tx, kind) => pauseAll(tx, setbackCodes[kind]),
  });
  onStop('signs of life', endWatch);
  const line = await describeSetback(context);
  onStop('recovery', await startRecovery(context));
  // One hook, so that neither begins a send while the other ends.
  const isHeld = () => hasSetback(context.db);
  const senders = [startRunner(context), startReasserting(context, { isHeld })];
  onStop('sends', async () => void (await Promise.all(senders.map((end) => end()))), 'at once');
  return line;
}
