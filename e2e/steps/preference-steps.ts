import type { Page } from 'playwright/test';

/** Does something that changes a preference, and waits until the server has kept it. */
export async function andKeep(page: Page, act: () => Promise<unknown>): Promise<void> {
  const kept = page.waitForResponse(
    (answer) =>
      answer.request().method() === 'POST' && answer.request().headers()['next-action'] !== undefined,
  );
  await act();
  await kept;
}
