import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { parsers } from '#lib/db/embedded.ts';
import { migrateEmbedded } from '#lib/db/migrate.ts';

const cacheFolder = 'node_modules/.cache/patchboard';

/** One template for each state of the migrations and of the engine. */
function templateFile(): string {
  const hash = createHash('sha256').update(fs.readFileSync('node_modules/@electric-sql/pglite/package.json'));
  for (const name of fs.readdirSync('lib/db/migrations').sort()) {
    if (name.endsWith('.sql')) hash.update(fs.readFileSync(path.join('lib/db/migrations', name)));
  }
  return path.join(cacheFolder, `embedded-${hash.digest('hex').slice(0, 16)}.tar`);
}

async function makeTemplate(file: string): Promise<void> {
  const engine = await PGlite.create();
  await migrateEmbedded(engine);
  const dump = Buffer.from(await (await engine.dumpDataDir('none')).arrayBuffer());
  await engine.close();
  fs.mkdirSync(cacheFolder, { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  fs.writeFileSync(draft, dump);
  fs.renameSync(draft, file);
}

/** A fresh engine in memory with all tables: 4-5 s the first time, about 1 s from the template afterwards. */
export async function createTestEngine(): Promise<PGlite> {
  const file = templateFile();
  if (!fs.existsSync(file)) await makeTemplate(file);
  return PGlite.create({ loadDataDir: new Blob([fs.readFileSync(file)]), parsers });
}
