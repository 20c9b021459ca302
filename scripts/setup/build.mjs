import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stamp = '.next/patchboard-build';
const roots = ['app', 'components', 'lib', 'public'];
const files = [
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/** Makes the production build, unless the one that is there was made from exactly these sources. */
export function ensureBuild(node) {
  const wanted = digestOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Building …');
  // Left-overs of a development server confuse the type check of a build that follows.
  for (const folder of ['.next/dev', '.next/types']) rmSync(folder, { recursive: true, force: true });
  rmSync(stamp, { force: true });
  const build = spawnSync(node, ['node_modules/next/dist/bin/next', 'build'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (build.status !== 0) throw new Error('The build failed; its own message is above.');
  writeFileSync(stamp, wanted);
}

function digestOfSources() {
  const hash = createHash('sha256').update(process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '');
  for (const file of [...files, ...roots.flatMap(listFiles)].filter((name) => !name.includes('.test.'))) {
    if (existsSync(file)) hash.update(`\n${file}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function listFiles(root) {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
