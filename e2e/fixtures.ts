import { type Browser, type BrowserContext, test as base, type Page } from 'playwright/test';
import { accept, cleo, invite, type Person, sam } from '#e2e/steps/people-steps.ts';
import { zoneCookie } from '#lib/domain/zone-name.ts';
import { admin, type Console, serve } from '#lib/testing/console.ts';

type Fixtures = { adminPage: Page; colleaguePage: Page; supportPage: Page };
type WorkerFixtures = { console: Console; colleague: Person; support: Person; sessions: Sessions };

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
/** By e-mail, what a browser holds that has just been signed in. */
type Sessions = Map<string, Cookies>;

/** Starting a console on an empty folder takes 5-8 s, on a busy machine far more; that is not the test's own time. */
const onceAWorker = { scope: 'worker', timeout: 180_000 } as const;

/** Another admin, and somebody who may only look. */
const colleague: Person = { ...cleo, name: 'Cleo Colleague' };
const supporter: Person = { ...sam, name: 'Sam Support' };

/**
 * `console`: one running console a worker. `adminPage`: a page of it, signed in as its first admin. `colleaguePage`
 * and `supportPage`: pages in browsers of their own, signed in as another admin and as support. Each of them signs in once a
 * worker; what else tells of a session signs in by itself.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  console: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first argument destructured
    async ({}, use) => {
      const running = await serve();
      await use(running);
      await running.stop();
    },
    onceAWorker,
  ],
  colleague: [
    async ({ console: running, browser }, use) => use(await admitted(browser, running.origin, colleague)),
    onceAWorker,
  ],
  support: [
    async ({ console: running, browser }, use) => use(await admitted(browser, running.origin, supporter)),
    onceAWorker,
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first argument destructured
  sessions: [async ({}, use) => use(new Map()), onceAWorker],
  adminPage: async ({ console: running, page, sessions }, use) => {
    await beSignedIn(page, running.origin, { person: admin, sessions });
    await use(page);
  },
  colleaguePage: async ({ console: running, browser, colleague, sessions }, use) =>
    inOwnBrowser(browser, async (page) => {
      await beSignedIn(page, running.origin, { person: colleague, sessions });
      await use(page);
    }),
  supportPage: async ({ console: running, browser, support, sessions }, use) =>
    inOwnBrowser(browser, async (page) => {
      await beSignedIn(page, running.origin, { person: support, sessions });
      await use(page);
    }),
});

type Credentials = Pick<Person, 'email' | 'password'>;

/** Takes over the session of this person's last test, as long as it still counts. */
async function beSignedIn(
  page: Page,
  origin: string,
  { person, sessions }: { person: Credentials; sessions: Sessions },
): Promise<void> {
  const context = page.context();
  const kept = sessions.get(person.email);
  if (kept) {
    await context.addCookies(kept);
    if ((await page.request.get(`${origin}/api/views`)).ok()) return;
    await context.clearCookies();
  }
  await signIn(page, origin, person);
  sessions.set(person.email, await context.cookies());
}

async function inOwnBrowser(browser: Browser, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  await work(await context.newPage());
  await context.close();
}

/** Lets a person in as the product does: added by the admin, password set through the one-time link. */
async function admitted(browser: Browser, origin: string, person: Person): Promise<Person> {
  await inOwnBrowser(browser, async (page) => {
    await signIn(page, origin, admin);
    const link = await invite(page, origin, person);
    await page.context().clearCookies();
    await accept(page, link, person);
  });
  return person;
}

export { expect } from 'playwright/test';

/** Signs in through the form, as a person does. */
export async function signIn(page: Page, origin: string, person: Credentials): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  // The page has come to life and told the browser's zone; the server writes times in it from now on.
  await page.waitForFunction((name) => document.cookie.includes(`${name}=`), zoneCookie);
}
