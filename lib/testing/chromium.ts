import { existsSync } from 'node:fs';
import { chromium } from 'playwright/test';

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Playwright's own browser where it is there (undefined), else the system's. */
export function chromiumPath(): string | undefined {
  if (existsSync(chromium.executablePath())) return undefined;
  return systemPaths.find((path) => existsSync(path));
}
