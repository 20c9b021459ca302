import type { Page } from 'playwright/test';

/**
 * Collects what the browser complains of in a page: errors, warnings of the policy, scripts that threw. A page that is
 * not there is reported by Chromium as a failed load of itself, which is no fault of the page.
 */
export function listenForConsoleErrors(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error}`));
  page.on('console', (message) => {
    const { url } = message.location();
    const ownStatus = /^Failed to load resource.* 40[13] |^Failed to load resource.* 404 /.test(
      message.text(),
    );
    if (ownStatus && url === page.url()) return;
    if (message.type() === 'error') complaints.push(`${url}: ${message.text()}`);
  });
  return complaints;
}
