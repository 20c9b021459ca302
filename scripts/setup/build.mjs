import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { earlierFiles } from './earlier-files.mjs';
import { run } from './run.mjs';

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
export async function ensureBuild(node) {
  const wanted = digestOfSources();
  const earlier = earlierFiles('.next');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return earlier.dropOld(Date.now());
  console.log('Building …');
  // Left-overs of a development server confuse the type check of a build that follows.
  for (const folder of ['.next/dev', '.next/types']) rmSync(folder, { recursive: true, force: true });
  rmSync(stamp, { force: true });
  earlier.setAside(Date.now());
  const code = await run(node, ['node_modules/next/dist/bin/next', 'build'], {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  });
  if (code !== 0) throw new Error('The build failed; its own message is above.');
  earlier.putBack(Date.now());
  keepSecret();
  writeFileSync(stamp, wanted);
}

/** They hold the keys that seal server actions and previews. */
const secretFiles = [
  '.next/server/server-reference-manifest.json',
  '.next/server/server-reference-manifest.js',
  '.next/prerender-manifest.json',
  '.next/cache/.rscinfo',
  '.next/cache/.previewinfo',
];

/** For the user who builds alone, who has to be the one that starts it. */
function keepSecret() {
  for (const file of secretFiles) if (existsSync(file)) chmodSync(file, 0o600);
}

export function digestOfSources() {
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
