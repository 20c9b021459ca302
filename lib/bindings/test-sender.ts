import { once } from 'node:events';
import { bind } from '#lib/bindings/service.ts';
import { ada, app, settledOf, wants } from '#lib/bindings/test-bench.ts';
import { openPostgres } from '#lib/db/postgres.ts';
import { createGateway } from '#lib/tencent/gateway.ts';

// A console's process of its own for fault-shared-pace.test.ts: binds numbers all at once when it is told to.
const [databaseUrl = '', endpoint = '', secretId = '', secretKey = '', ...numbers] = process.argv.slice(2);
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
const answers = await Promise.all(numbers.map((number) => bind(context, ada, wants({ number }))));
gateway.close();
await close();
process.send?.(answers.map((answer) => settledOf(answer).binding.state));
process.disconnect();
