import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { npmCommand } from './npm.mjs';
import { run } from './run.mjs';

const stamp = 'node_modules/.patchboard-lock';

/** Installs exactly what the lock names, unless that is there already. No install script of any package runs. */
export async function ensureDependencies() {
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing dependencies from the lock …');
  const npm = npmCommand();
  const code = await run(npm.program, [
    ...npm.args,
    ...['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
  ]);
  if (code !== 0)
    throw new Error(
      'The dependencies could not be installed; the cause is above. Correct it, or run "npm ci --ignore-scripts" yourself, then start again.',
    );
  writeFileSync(stamp, wanted);
}

/** The Node this project runs on: 24.7 or newer, with argon2. It comes with the lock on Linux; elsewhere the caller's must do. */
export function findNode() {
  const candidates = [`${process.cwd()}/node_modules/.bin/node`, process.execPath];
  for (const candidate of candidates) {
    if (isFit(candidate)) return candidate;
  }
  throw new Error(
    `Patchboard runs on Node 24.7 or newer, with argon2; this is ${process.version} and the bundled one does not run here. ` +
      'Please install Node 24 from https://nodejs.org and try again.',
  );
}

function isFit(node) {
  const question =
    "parseInt(process.versions.node) >= 24 && typeof require('node:crypto').argon2 === 'function'";
  try {
    return execFileSync(node, ['-p', question], { encoding: 'utf8' }).trim() === 'true';
  } catch {
    return false;
  }
}
