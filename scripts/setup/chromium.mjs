import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const downloadLimitMs = 240_000;

/** Sees to a Chromium for the browser tests: Playwright's own, else the system's, else Debian's package. */
export async function ensureChromium(node) {
  const { chromium } = await import('playwright');
  if (existsSync(chromium.executablePath())) return;
  console.log('Fetching a Chromium for the browser tests …');
  const download = spawnSync(node, ['node_modules/playwright/cli.js', 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: downloadLimitMs,
  });
  if (download.status === 0 && existsSync(chromium.executablePath())) return;
  if (systemChromium()) return;
  installPackages(['chromium']);
  if (!systemChromium()) {
    throw new Error('No Chromium: install one (Debian: apt-get install chromium) and run npm test again.');
  }
}

export const systemChromium = () => systemPaths.find((path) => existsSync(path)) ?? null;

/** Debian's packages by name; a machine that is not Debian, or a user that is not root, is left as it is. */
export function installPackages(names) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0)
    return;
  // At run level 1 a package starts no daemon: a test starts its own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    stdio: 'ignore',
    env,
  });
}
