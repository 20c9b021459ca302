import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzippedBytes, scriptsOf } from '#scripts/bench/scripts-of-page.ts';

const files = {
  'package.json': '{"private":true,"type":"module"}',
  'next.config.js': `export default { turbopack: { root: ${JSON.stringify(process.cwd())} } };`,
  'app/layout.jsx': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>;',
  'app/page.jsx': 'export default () => <p>Nothing</p>;',
};

/** Gzipped JavaScript in bytes of a page with one paragraph, built with this project's Next. */
export function measureBareNext(): number {
  // Inside the project, so that the same packages are found; .cache is no part of the sources.
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync(join('.cache', 'bare-next-'));
  try {
    mkdirSync(join(folder, 'app'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const build = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build', folder], {
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    });
    if (build.status !== 0) throw new Error(`The bare page does not build:\n${build.stdout}${build.stderr}`);
    const html = readFileSync(join(folder, '.next/server/app/index.html'), 'utf8');
    const bodies = scriptsOf(html).map((path) =>
      readFileSync(join(folder, path.replace(/^\/_next\//, '.next/').replace(/\?.*$/, ''))),
    );
    return bodies.reduce((sum, body) => sum + gzippedBytes(body), 0);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
