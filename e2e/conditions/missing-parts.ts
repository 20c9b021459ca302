import type { Page } from 'playwright/test';

const chunks = '**/_next/static/chunks/**';

/**
 * From now on no part of the console arrives that this page does not have yet: after an update without the old files
 * (`gone`), or because the network fails. Gives the way back.
 */
export async function loseParts(page: Page, how: 'gone' | 'network'): Promise<() => Promise<void>> {
  await page.route(chunks, (route) => (how === 'gone' ? route.fulfill({ status: 404 }) : route.abort()));
  return () => page.unroute(chunks);
}

/** Of this page only the scripts that its document mentions arrive; what it loads later does not. Gives the way back. */
export async function loseLaterParts(page: Page, address: string): Promise<() => Promise<void>> {
  const html = await (await page.request.get(address)).text();
  await page.route(chunks, (route) => {
    const { pathname } = new URL(route.request().url());
    const isLater = pathname.endsWith('.js') && !html.includes(pathname.replace('/_next/', ''));
    return isLater ? route.abort() : route.continue();
  });
  return () => page.unroute(chunks);
}

export const missingPart = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'This part is missing' });
