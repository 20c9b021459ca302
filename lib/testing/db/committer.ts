import { asc } from 'drizzle-orm';
import { openDatabase } from '#lib/db/open.ts';
import { bindings } from '#lib/db/schema/bindings.ts';
import { bindingRow } from '#lib/testing/db/rows.ts';

/** Prints which bindings it finds, then stores one after another, each printed once its commit was acknowledged. */
async function main(): Promise<void> {
  const { db } = await openDatabase({ databaseUrl: null, dataDir: process.argv[2] ?? '' });
  const found = await db.select({ id: bindings.id }).from(bindings).orderBy(asc(bindings.id));
  process.stdout.write(`found ${found.map((row) => row.id).join(' ')}\n`);
  for (;;) {
    const row = bindingRow();
    await db.insert(bindings).values(row);
    process.stdout.write(`stored ${row.id}\n`);
  }
}

await main();
