import type { Page } from 'playwright/test';

/** Makes the page's processor so many times slower, as on an old laptop. */
export async function slowDown(page: Page, times = 6): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: times });
}
