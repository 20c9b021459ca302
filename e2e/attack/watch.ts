import type { Page } from 'playwright/test';

const foreign = [
  'script:not([nonce]):not([src^="/_next/static/"])',
  ...['iframe', 'object', 'embed', 'base', 'math', 'style:not([nonce])', 'form[action*="evil"]'],
  ...['[onerror]', '[onload]', '[onclick]', '[srcdoc]', 'a[href^="javascript" i]', 'img[src="x"]'],
].join(', ');

/** Watches a page for anything that ran, was about to, or stands in it as an element that is not ours. */
export async function watchForScripts(page: Page): Promise<{ findings(): Promise<string[]> }> {
  const found: string[] = [];
  page.on('dialog', (dialog) => {
    found.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => found.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (request.url().includes('evil.example')) found.push(`request: ${request.url()}`);
  });
  await page.exposeFunction('reportViolation', (what: string) => found.push(`policy: ${what}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (window as unknown as { reportViolation(what: string): void }).reportViolation(
        `${violatedDirective} ${blockedURI}`,
      );
    });
  });
  return {
    findings: async () => [
      ...found,
      ...(await page
        .locator(foreign)
        .evaluateAll((nodes) => nodes.map((node) => node.outerHTML.slice(0, 120)))),
    ],
  };
}
