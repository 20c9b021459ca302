import type { Page } from 'playwright/test';

/**
 * Does something that changes a preference, and waits until the server has kept it. Each change of a story goes through here: the
 * answer to an earlier one that nobody waited for would be taken for this one's.
 */
export async function andKeep(page: Page, act: () => Promise<unknown>): Promise<void> {
  const kept = page.waitForResponse(
    (answer) =>
      answer.request().method() === 'POST' && answer.request().headers()['next-action'] !== undefined,
  );
  await act();
  await kept;
}
