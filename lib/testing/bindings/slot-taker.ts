import { once } from 'node:events';
import { openPostgres } from '#lib/db/postgres.ts';
import { takeSlot } from '#lib/rate-limit/take-slot.ts';

// A process of its own for pace.test.ts: takes slots when it is told to, and tells its parent when it got them.
const [databaseUrl = '', keyHash = '', count = '0'] = process.argv.slice(2);
const { db, close } = await openPostgres(databaseUrl, () => {});
process.send?.('ready');
await once(process, 'message');
const times = await Promise.all(
  Array.from({ length: Number(count) }, async () => {
    await takeSlot(db, { keyHash, perSecond: 20 });
    return performance.timeOrigin + performance.now();
  }),
);
await close();
process.send?.(times);
process.disconnect();
