import { sql } from 'drizzle-orm';
import { reassertDue } from '#lib/delivery/reassert.ts';
import { lateArrivalMs } from '#lib/tencent/sign.ts';
import { type Bench, freshNumber, type Settled } from '#lib/testing/bindings/bench.ts';
import { attemptsIn } from '#lib/testing/bindings/under-fault.ts';

export const older = 'https://hooks.acme.com/older';
export const newer = 'https://hooks.acme.com/newer';

/** A number with an older change of unknown outcome and a newer one that was bound: it is not settled. */
export async function leaveUnsettled(
  bench: Bench,
): Promise<{ number: string; unknown: Settled; bound: Settled }> {
  const number = freshNumber();
  await bench.faultOn(number, { kind: 'reset', applied: false });
  const unknown = await bench.bindNow({ number, callbackUrl: older });
  const bound = await bench.bindNow({ number, callbackUrl: newer });
  return { number, unknown, bound };
}

/** Makes the requests for a number that much older, by default until the older one can no longer arrive. */
export const age = ({ database }: Bench, number: string, ms = lateArrivalMs): Promise<void> =>
  database.withoutGuards(async (db) => {
    const by = sql`${ms} * interval '1 millisecond'`;
    await db.execute(sql`update attempts set signed_at = signed_at - ${ms / 1000}::float8, committed_at = committed_at - ${by},
      finished_at = finished_at - ${by}, lease_until = lease_until - ${by} where number = ${number}`);
  });

/** Sends what is due until nothing is, and gives the requests for a binding. */
export async function settleDue(bench: Bench, of: Settled): Promise<string[]> {
  while ((await reassertDue(bench.context)) > 0);
  return attemptsIn(bench, of);
}
