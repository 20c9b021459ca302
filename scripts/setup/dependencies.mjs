import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.patchboard-lock';

/** Installs exactly what the lock names, unless that is there already. No install script of any package runs. */
export function ensureDependencies() {
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing dependencies from the lock …');
  const npm = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  if (npm.status !== 0) throw new Error('npm ci failed; its own message is above.');
  writeFileSync(stamp, wanted);
}

/** The Node this project runs on: 24 or newer. It comes with the lock on Linux; elsewhere the caller's must do. */
export function findNode() {
  const candidates = [`${process.cwd()}/node_modules/.bin/node`, process.execPath];
  for (const candidate of candidates) {
    const major = majorOf(candidate);
    if (major >= 24) return candidate;
  }
  throw new Error(
    `Patchboard runs on Node 24 or newer; this is ${process.version} and the bundled one does not run here. ` +
      'Please install Node 24 from https://nodejs.org and try again.',
  );
}

function majorOf(node) {
  try {
    return Number(execFileSync(node, ['--version'], { encoding: 'utf8' }).slice(1).split('.')[0]);
  } catch {
    return 0;
  }
}
