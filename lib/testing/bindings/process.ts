import { once } from 'node:events';
import { openPostgres } from '#lib/db/postgres.ts';
import { appsOf } from '#lib/entry/apps.ts';
import type { Context } from '#lib/entry/context.ts';
import { createGateway } from '#lib/tencent/gateway.ts';
import { lateArrivalMs } from '#lib/tencent/sign.ts';
import { app } from '#lib/testing/bindings/bench.ts';

/**
 * A console's process of its own, made for a test that forks it: opens the PostgreSQL and the endpoint its arguments
 * name, says `ready`, works when it is told to, and sends back what came of it. `work` gets the arguments that are left.
 */
export async function workWhenTold(
  work: (context: Context, rest: string[]) => Promise<unknown>,
): Promise<void> {
  const [databaseUrl = '', endpoint = '', secretId = '', secretKey = '', ...rest] = process.argv.slice(2);
  const { db, close } = await openPostgres(databaseUrl, () => {});
  const credentials = { secretId, secretKey, token: null, source: 'simulator' } as const;
  const gateway = createGateway({ endpoint: new URL(endpoint), credentials });
  const context: Context = {
    db,
    gateway,
    ...appsOf(db, [app]),
    owner: `process-${process.pid}`,
    soleProcess: false,
    allowHttpCallbacks: false,
    sendsPerSecond: 20,
    hiddenPartKey: () => 'a key for tests',
    horizonMs: lateArrivalMs,
    failPoint: null,
  };
  process.send?.('ready');
  await once(process, 'message');
  const result = await work(context, rest);
  gateway.close();
  await close();
  process.send?.(result);
  process.disconnect();
}
