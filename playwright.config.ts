import { defineConfig } from 'playwright/test';
import { chromiumPath } from '#lib/testing/chromium.ts';

const executablePath = chromiumPath();

/** One story a spec, on a production build; each spec file starts the servers it needs by itself. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // A story that a busy machine made late is tried once more, and named as such.
  retries: 1,
  reporter: process.env.PLAYWRIGHT_JSON
    ? [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON }]]
    : 'list',
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    // Recording all of them takes two fifths of the time; a story that fails is tried again, and that is recorded.
    trace: 'on-first-retry',
    // Far more than any step takes: a step that never comes is named, instead of using up its test's time.
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
