import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newSecret } from '#lib/auth/secret.ts';

/**
 * The secret that signs session cookies where AUTH_SECRET is not set: made once and kept in `dataDir/auth-secret`,
 * readable by its owner alone. Of several processes that start at once one makes it and the rest read it.
 */
export async function keptSecret(dataDir: string): Promise<string> {
  const file = join(/* turbopackIgnore: true */ dataDir, 'auth-secret');
  await mkdir(/* turbopackIgnore: true */ dataDir, { recursive: true, mode: 0o700 });
  try {
    const handle = await open(/* turbopackIgnore: true */ file, 'wx', 0o600);
    try {
      await handle.writeFile(newSecret());
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readWhole(file);
}

async function readWhole(file: string): Promise<string> {
  for (let pause = 0; pause < 20; pause += 1) {
    const secret = (await readFile(/* turbopackIgnore: true */ file, 'utf8')).trim();
    if (secret.length >= 32) return secret;
    // Another process has made the file and not yet written it.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${file} holds no secret. Delete it to have a new one made, or set AUTH_SECRET.`);
}
