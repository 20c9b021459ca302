import 'server-only';
import { monotonicMs } from '#lib/clock.ts';
import { SetForward } from '#lib/delivery/clock-jump.ts';
import { recoveryEveryMs } from '#lib/delivery/limits.ts';
import { flightsOver } from '#lib/delivery/single-flight.ts';
import { readDatabaseClock, settleAbandoned } from '#lib/delivery/store-recovery.ts';
import type { Context } from '#lib/entry/context.ts';
import { log } from '#lib/server/log.ts';
import { orSay, repeat } from '#lib/server/repeat.ts';

/**
 * Settles attempts whose process is gone, now and every few seconds: they may have arrived, so they become unknown.
 * Never failed, never bound, never sent again by itself. Gives back what ends it, which also waits for the sends under
 * way: their outcome would otherwise be left to the next start.
 */
export async function startRecovery(context: Context): Promise<() => Promise<void>> {
  const { db, owner, soleProcess } = context;
  const setForward = new SetForward();
  const settle = async (): Promise<void> => {
    const askedMs = monotonicMs();
    const databaseMs = await readDatabaseClock(db);
    if (setForward.hear(databaseMs, { askedMs, answeredMs: monotonicMs() })) return;
    const settled = await settleAbandoned(db, { owner, soleProcess, at: new Date(databaseMs) });
    if (settled > 0) log.warn({ settled }, 'interrupted sends were settled as unknown');
  };
  const look = orSay(settle, 'interrupted sends could not be looked for');
  await look();
  const end = repeat({ do: look, everyMs: recoveryEveryMs });
  return async () => {
    await end();
    await flightsOver();
  };
}
