import { desc } from 'drizzle-orm';
import { openPostgres } from '#lib/db/postgres.ts';
import { bindings } from '#lib/db/schema.ts';
import { wallClock } from '#lib/domain/wall-clock.ts';
import { formats } from '#lib/exports/export-row.ts';
import { addedMemory } from '#scripts/bench/process-cost.ts';

// The alternative that bench:export measures itself against, in a process of its own: read all rows, make all lines,
// hand over one text.

const open = await openPostgres(process.argv[2] ?? '', () => {});
const zone = 'Asia/Shanghai';
const startedMs = performance.now();
const { value: bytes, addedMiB } = await addedMemory(process.pid, async () => {
  const rows = await open.db.transaction(async (tx) => {
    await tx.execute('set local statement_timeout = 0');
    return tx.select().from(bindings).orderBy(desc(bindings.createdAt), desc(bindings.id));
  });
  const writing = { apps: [], zone, wallClock: wallClock(zone) };
  const text =
    formats.csv.head(zone) +
    rows.map((row) => formats.csv.line({ ...row, afterReset: null }, writing)).join('');
  return Buffer.byteLength(text);
});
console.log(JSON.stringify({ seconds: (performance.now() - startedMs) / 1000, bytes, addedMiB }));
await open.close();
