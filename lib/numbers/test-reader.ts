import { once } from 'node:events';
import { ada, app } from '#lib/bindings/test-bench.ts';
import { openPostgres } from '#lib/db/postgres.ts';
import { refreshLists } from '#lib/numbers/service.ts';
import { readingsOver } from '#lib/numbers/sync.ts';
import { createGateway } from '#lib/tencent/gateway.ts';

// A console's process of its own for two-readers.test.ts: reads the list when it is told to.
const [databaseUrl = '', endpoint = '', secretId = '', secretKey = ''] = process.argv.slice(2);
const { db, close } = await openPostgres(databaseUrl, () => {});
const credentials = { secretId, secretKey, token: null, source: 'simulator' } as const;
const gateway = createGateway({ endpoint: new URL(endpoint), credentials });
const context = {
  db,
  gateway,
  apps: async () => [app],
  owner: `process-${process.pid}`,
  soleProcess: false,
  allowHttpCallbacks: false,
  failPoint: null,
};
process.send?.('ready');
await once(process, 'message');
const lists = await refreshLists(context, { ...ada, name: `Reader ${process.pid}` }, { appId: app.id });
await readingsOver();
gateway.close();
await close();
process.send?.(lists.ok ? (lists.value[0]?.reading?.by ?? null) : lists.problem.code);
process.disconnect();
