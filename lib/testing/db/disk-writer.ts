import fs from 'node:fs';
import path from 'node:path';
import { openDatabase } from '#lib/db/open.ts';
import { bindings } from '#lib/db/schema/bindings.ts';
import { bindingRow } from '#lib/testing/db/rows.ts';

/** Prints which bindings it finds, stores one, and commits another one on a disk that is broken by then. */
async function main(): Promise<void> {
  const dataDir = process.argv[2] ?? '';
  const { db, close } = await openDatabase({ databaseUrl: null, dataDir });
  const found = await db.select({ id: bindings.id }).from(bindings);
  process.stdout.write(`found ${found.map((row) => row.id).join(' ')}\n`);
  if (found.length > 0) return close();
  const row = bindingRow();
  await db.insert(bindings).values(row);
  process.stdout.write(`stored ${row.id}\n`);
  await db.transaction(async (tx) => {
    await tx.insert(bindings).values(bindingRow());
    fs.writeFileSync(path.join(dataDir, 'broken'), '');
  });
  process.stdout.write('committed\n');
}

await main();
