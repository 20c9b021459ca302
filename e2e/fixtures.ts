import { test as base, type Page } from 'playwright/test';
import { admin, type Console, serve } from '#e2e/serve.ts';

type Fixtures = { adminPage: Page };
type WorkerFixtures = { console: Console };

/** `console`: one running console a worker. `adminPage`: a page of it, signed in as its first admin. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  console: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first argument destructured
    async ({}, use) => {
      const running = await serve();
      await use(running);
      await running.stop();
    },
    { scope: 'worker' },
  ],
  adminPage: async ({ console: running, page }, use) => {
    await signIn(page, running.origin, admin);
    await use(page);
  },
});

export { expect } from 'playwright/test';

/** Signs in through the form, as a person does. */
export async function signIn(
  page: Page,
  origin: string,
  person: { email: string; password: string },
): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}
