import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Context } from '#lib/entry/context.ts';
import { readList } from '#lib/numbers/read-list.ts';
import { type Claim, claimReading, failReading } from '#lib/numbers/store-list.ts';
import { log } from '#lib/server/log.ts';
import { processSingleton } from '#lib/server/process-singleton.ts';
import { onStop } from '#lib/server/stop.ts';

type Readings = { running: Set<Promise<void>>; stopping: boolean };

/** What this process reads right now. A stop ends it after the page at hand; the rest is read when somebody asks again. */
const readings = (): Readings =>
  processSingleton('number-list-readings', () => {
    const made: Readings = { running: new Set(), stopping: false };
    onStop('reading of number lists', async () => {
      made.stopping = true;
      await Promise.allSettled(made.running);
    });
    return made;
  });

/**
 * Begins to read an app's list in the background. False when it is being read already, by this process or another one on the
 * same database.
 */
export async function beginReading(
  context: Context,
  { appId, by }: { appId: string; by: string },
): Promise<boolean> {
  const claim = await claimReading(context.db, { appId, by, readingId: randomUUID() });
  if (claim === null) return false;
  const { running } = readings();
  const reading = read(context, claim).finally(() => running.delete(reading));
  running.add(reading);
  return true;
}

async function read(context: Context, claim: Claim): Promise<void> {
  try {
    await readList(context, claim, () => !readings().stopping);
  } catch (error) {
    log.error({ name: error instanceof Error ? error.name : 'unknown' }, 'a number list could not be stored');
    const failure = { code: 'Unknown.Interrupted', message: null, requestId: null };
    // Where the database is gone this fails too; the reading's lease then ends by itself.
    await failReading(context.db, claim, failure).catch(() => undefined);
  }
}

/** Resolves when every reading of now is over, well or badly. */
export async function readingsOver(): Promise<void> {
  await Promise.allSettled(readings().running);
}
