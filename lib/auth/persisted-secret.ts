import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { newSecret } from '#lib/auth/secret.ts';
import { makeLastingFolder, syncPath } from '#lib/db/durable-file-system.ts';

/**
 * The secret that signs session cookies where AUTH_SECRET is not set: made once and kept in `dataDir/auth-secret`,
 * readable by its owner alone. Of several processes that start at once one makes it and the rest read it.
 */
export function persistedSecret(dataDir: string): string {
  const file = path.resolve(/* turbopackIgnore: true */ dataDir, 'auth-secret');
  makeLastingFolder(path.dirname(file));
  if (!fs.existsSync(/* turbopackIgnore: true */ file)) placeSecret(file);
  const secret = fs.readFileSync(/* turbopackIgnore: true */ file, 'utf8').trim();
  if (secret.length >= 32) return secret;
  throw new Error(`${file} holds no secret. Delete it to have a new one made, or set AUTH_SECRET.`);
}

/** Whole or not at all, also when the power goes: a file that holds no secret would keep everybody out. */
function placeSecret(file: string): void {
  const draft = `${file}.${randomUUID()}`;
  fs.writeFileSync(/* turbopackIgnore: true */ draft, newSecret(), { flag: 'wx', mode: 0o600, flush: true });
  try {
    // Refuses to overwrite, where a rename would not.
    fs.linkSync(/* turbopackIgnore: true */ draft, /* turbopackIgnore: true */ file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    fs.unlinkSync(/* turbopackIgnore: true */ draft);
  }
  syncPath(path.dirname(file));
}
