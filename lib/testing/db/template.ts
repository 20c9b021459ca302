import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const cacheFolder = 'node_modules/.cache/patchboard';

/** Changes with the migrations and with the engine. */
function contentHash(): string {
  const hash = createHash('sha256').update(fs.readFileSync('node_modules/@electric-sql/pglite/package.json'));
  for (const name of fs.readdirSync('lib/db/migrations').sort()) {
    if (name.endsWith('.sql')) hash.update(fs.readFileSync(path.join('lib/db/migrations', name)));
  }
  return hash.digest('hex').slice(0, 16);
}

function removeOld(keep: string): void {
  for (const name of fs.readdirSync(cacheFolder)) {
    const file = path.join(cacheFolder, name);
    // Younger ones may be another run's.
    const old = (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < Date.now() - 3_600_000;
    if (old && name !== keep) fs.rmSync(file, { recursive: true, force: true });
  }
}

/** The path of a template, made by `make` if nobody has yet: it takes seconds, and every test file wants one. */
export async function cachedTemplate(kind: string, make: (at: string) => Promise<void>): Promise<string> {
  const file = path.join(cacheFolder, `${kind}-${contentHash()}`);
  if (fs.existsSync(file)) return file;
  fs.mkdirSync(cacheFolder, { recursive: true });
  removeOld(path.basename(file));
  const draft = `${file}.${randomUUID()}`;
  await make(draft);
  try {
    fs.renameSync(draft, file);
  } catch (error) {
    // Another test file was quicker.
    if (!fs.existsSync(file)) throw error;
    fs.rmSync(draft, { recursive: true, force: true });
  }
  return file;
}
