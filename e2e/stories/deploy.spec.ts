import type { Locator, Page } from 'playwright/test';
import { laterBuild, laterHeading } from '#e2e/conditions/later-build.ts';
import { loseLaterParts, loseParts, missingPart } from '#e2e/conditions/missing-parts.ts';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import {
  arrivalsOf,
  bindNumber,
  confirmOf,
  expectResult,
  fieldsOf,
  fillBind,
  openReview,
  reviewBinding,
} from '#e2e/steps/bind-steps.ts';
import { dryRun, sendOf, statusOf } from '#e2e/steps/new-batch-steps.ts';
import { admin, type Console } from '#lib/testing/console.ts';

// A tab that is older than the console, or whose network fails: it says what is known, keeps what is typed, and goes on.

const url = 'https://hooks.acme.com/in';
const numbers = ['0086075586061001', '0086075586061002', '0086075586061003'] as const;
const moved = ['0086075586061011', '0086075586061012'] as const;
const typed = {
  asked: '0086075586061021',
  form: '0086075586061022',
  next: '0086075586061023',
  back: '0086075586061024',
};

/** Made while the other tests run. */
let later: ReturnType<typeof laterBuild>;

test.beforeAll(async ({ browser, console: { origin } }) => {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, origin, admin);
  await bindNumber(page, origin, { number: numbers[0], url });
  await page.context().close();
  later = laterBuild();
  // Told by the test that waits for it.
  later.catch(() => null);
});

test('a result is shown also where no further part arrives after the question', async ({
  adminPage: page,
  console: running,
}) => {
  const dialog = await reviewBinding(page, running.origin, { number: numbers[2], url });
  const restore = await loseParts(page, 'gone');
  await confirmOf(dialog).click();
  await expectResult(page, 'Bound');
  expect(await arrivalsOf(running, numbers[2])).toHaveLength(1);
  await expect(page.getByText('This page could not be shown')).toHaveCount(0);
  await restore();
});

test('without the part that asks nothing is asked and nothing sent; what is typed stays, and it works again', async ({
  adminPage: page,
  console: running,
}) => {
  await page.goto(`${running.origin}/bind`);
  await fillBind(page, { number: numbers[1], url });
  const back = await loseParts(page, 'gone');
  // The facts beside the form may be missing, too, and say so by themselves.
  const refusal = page.getByRole('main').getByRole('alert').filter({ hasNotText: 'This part is missing' });
  await fieldsOf(page).review.click();
  await expect(refusal).toContainText('The console was updated since you opened this page.');
  await expect(fieldsOf(page).number).toHaveValue(numbers[1]);
  await back();
  const offline = await loseParts(page, 'network');
  await fieldsOf(page).review.click();
  await expect(refusal).toContainText('The console did not answer.');
  await offline();
  await openReview(page);
  expect(await arrivalsOf(running, numbers[1])).toEqual([]);
});

type Place = {
  name: string;
  address: string;
  before?: (page: Page) => Promise<void>;
  open: (page: Page) => Promise<void>;
  part: (page: Page) => Locator;
};

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const places: Place[] = [
  {
    name: 'the palette',
    address: '/people',
    open: press('Find or go to'),
    part: (page) => page.getByRole('dialog', { name: 'Find or go to' }),
  },
  {
    name: 'the list of shortcuts',
    address: '/',
    open: press('Keyboard shortcuts'),
    part: (page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' }),
  },
  {
    name: 'the filters',
    address: '/history',
    open: press(/^Filter/),
    part: (page) => page.getByRole('combobox', { name: /filter/i }),
  },
  {
    name: 'the range of time',
    address: '/history',
    open: press(/^Time/),
    part: (page) => page.getByRole('button', { name: 'Last hour' }),
  },
  {
    name: 'the columns',
    address: '/history',
    open: press('Columns'),
    part: (page) => page.getByRole('checkbox', { name: 'Number type' }),
  },
  {
    name: 'the export',
    address: '/history',
    open: press('Export'),
    part: (page) => page.getByRole('dialog'),
  },
  {
    name: 'an entry',
    address: '/history',
    open: (page) =>
      page
        .getByRole('link', { name: /^Open the entry of/ })
        .first()
        .click(),
    part: (page) => page.getByRole('dialog'),
  },
  {
    name: 'the views',
    address: '/history',
    open: press(/^(View|No view|Views)/),
    part: (page) => page.getByRole('link', { name: 'All changes', exact: true }),
  },
  {
    name: 'the facts beside the form',
    address: '/bind',
    // The number reader is already loaded, because the form had the focus before.
    before: async (page) => {
      await fieldsOf(page).number.fill('0755');
      await page.waitForLoadState('networkidle');
    },
    open: (page) => fillBind(page, { number: numbers[0] }),
    part: (page) => page.getByText(/Last set by/),
  },
  {
    name: 'the groups of the numbers',
    address: '/numbers',
    open: (page) => page.getByText('By host', { exact: true }).click(),
    part: (page) => page.getByText('hooks.acme.com').first(),
  },
  {
    name: 'the bar of chosen numbers',
    address: '/numbers',
    open: (page) =>
      page
        .getByRole('checkbox', { name: /^Choose \d/ })
        .first()
        .check(),
    part: (page) => page.getByRole('region', { name: 'Chosen numbers' }),
  },
];

for (const { name, address, before, open, part } of places)
  test(`${name}: where it does not arrive the page stays, and it comes once the network is back`, async ({
    adminPage: page,
    console: { origin },
  }) => {
    await page.goto(`${origin}${address}`, { waitUntil: 'networkidle' });
    const heading = page.getByRole('heading', { level: 1 });
    const title = await heading.textContent();
    // A slow machine asks for the chart of a history when the network has long been quiet.
    if (address === '/history') await expect(page.getByText('Show as table')).toBeVisible();
    await before?.(page);
    const back = await loseParts(page, 'network');
    await open(page);
    await expect(missingPart(page)).toContainText('The console did not answer.');
    await expect(heading).toHaveText(title ?? '');
    await back();
    await missingPart(page).getByRole('button', { name: 'Try again' }).click();
    await expect(part(page)).toBeVisible();
    await expect(missingPart(page)).toHaveCount(0);
  });

test('where not even the notice arrives, plain words stand for the part, and a reload brings it and what was typed', async ({
  adminPage: page,
  console: { origin },
}) => {
  const back = await loseLaterParts(page, `${origin}/bind`);
  await page.goto(`${origin}/bind`, { waitUntil: 'networkidle' });
  await fieldsOf(page).number.fill(numbers[1]);
  await page.getByRole('button', { name: 'Find or go to' }).click();
  const plain = missingPart(page).filter({ hasText: 'A part of this page could not be loaded.' });
  await expect(plain).toBeVisible();
  await expect(fieldsOf(page).number).toHaveValue(numbers[1]);
  await back();
  page.once('dialog', (question) => void question.accept());
  await plain.getByRole('button', { name: 'Reload page' }).click();
  await expect(plain).toHaveCount(0);
  await expect(fieldsOf(page).number).toHaveValue(numbers[1]);
  await page.getByRole('button', { name: 'Find or go to' }).click();
  await expect(page.getByRole('dialog', { name: 'Find or go to' })).toBeVisible();
});

test('a page that cannot be loaded claims nothing about what was sent, and leads to history', async ({
  adminPage: page,
  console: { origin },
}) => {
  await page.goto(`${origin}/bind`);
  const back = await loseParts(page, 'gone');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Numbers' }).click();
  await expect(page.getByRole('heading', { name: 'This page could not be loaded in full' })).toBeVisible();
  await expect(page.getByText('it may have been sent')).toBeVisible();
  await expect(page.getByText('Nothing was sent')).toHaveCount(0);
  await back();
  await page.getByRole('button', { name: 'Reload page' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Numbers' })).toBeVisible();
});

const headingOf = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const updated = 'The console was updated since you opened this page.';

/** Asks, meets the other build, reloads: what was typed is there, and it is bound once. */
async function bindAfterReload(page: Page, running: Console, number: string) {
  const dialog = page.getByRole('dialog');
  await confirmOf(dialog).click();
  await expect(dialog.getByRole('alert')).toContainText(updated);
  expect(await arrivalsOf(running, number)).toEqual([]);
  page.once('dialog', (question) => void question.accept());
  await dialog.getByRole('button', { name: 'Reload the page' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(fieldsOf(page).number).toHaveValue(number);
  await expect(fieldsOf(page).url).toHaveValue(url);
  await confirmOf(await openReview(page)).click();
  await expectResult(page, 'Bound');
  expect(await arrivalsOf(running, number)).toHaveLength(1);
}

test('tabs of the old build keep what was typed over an update, and over the way back to the old build', async ({
  adminPage: asking,
  console: running,
}) => {
  test.setTimeout(400_000);
  const build = await later;
  const open = () => asking.context().newPage();
  const [typing, batch, idle] = [await open(), await open(), await open()];
  await reviewBinding(asking, running.origin, { number: typed.asked, url });
  await typing.goto(`${running.origin}/bind`);
  await fillBind(typing, { number: typed.form, url, reason: 'OPS-1' });
  await dryRun(batch, running.origin, [`${moved[0]},${url}`, `${moved[1]},${url}`]);
  await idle.goto(`${running.origin}/history`);

  await running.deploy(build.serverFile);
  await test.step('an open question', async () => {
    await expect(headingOf(asking, laterHeading)).toHaveCount(0);
    await bindAfterReload(asking, running, typed.asked);
    await expect(headingOf(asking, laterHeading)).toBeVisible();
    await bindNumber(asking, running.origin, { number: typed.next, url });
    expect(await arrivalsOf(running, typed.next)).toHaveLength(1);
  });
  await test.step('a typed form', async () => {
    await openReview(typing);
    await bindAfterReload(typing, running, typed.form);
    await expect(fieldsOf(typing).reason).toHaveValue('OPS-1');
  });
  await test.step('checked lines of a batch', async () => {
    await sendOf(batch).click();
    await expect(batch.getByRole('main').getByRole('alert')).toContainText(updated);
    expect(await arrivalsOf(running, moved[0])).toEqual([]);
    batch.once('dialog', (question) => void question.accept());
    await batch.reload();
    await expect(statusOf(batch)).toContainText('2');
    await sendOf(batch).click();
    await batch.waitForURL(/\/batches\/[0-9a-f-]{36}$/);
    for (const number of moved)
      await expect.poll(async () => (await arrivalsOf(running, number)).length).toBe(1);
  });
  await test.step('a page that was only read', async () => {
    await idle.getByRole('button', { name: 'Sign out' }).click();
    const failure = idle.getByRole('alert').filter({ hasText: 'You may still be signed in' });
    await expect(failure).toContainText('Reload the page, then sign out again.');
    await expect(headingOf(idle, 'History')).toBeVisible();
    await idle
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: 'Bind', exact: true })
      .click();
    await expect(headingOf(idle, laterHeading)).toBeVisible();
  });
  await reviewBinding(asking, running.origin, { number: typed.back, url });

  await running.deploy();
  await bindAfterReload(asking, running, typed.back);
  await expect(headingOf(asking, 'Bind a number')).toBeVisible();
});
