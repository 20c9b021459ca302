import type { Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import { landlines, lineRows, postAs, startBatch } from '#e2e/steps/batch-steps.ts';
import { bindNumber } from '#e2e/steps/bind-steps.ts';
import { accept } from '#e2e/steps/people-steps.ts';
import type { BatchLinesPage } from '#lib/batches/view.ts';
import type { Console } from '#lib/testing/console.ts';

// S1: an admin makes a link for another admin, sets a password by it and binds as them. Nobody can prevent that; everybody can see it.

const number = '0086075586037001';
const loopback = /^(127\.0\.0\.1|::1)$/;
const borrowed = 'words that Cleo never chose';

const [refused = '', bound = ''] = landlines(37_111, 2);

/** A batch of the page's person, one line of which the provider has refused. */
async function startWithRefusal(page: Page, { origin, simulator }: Console) {
  const fault = { kind: 'code', applied: false, code: 'InvalidParameterValue', message: 'No.' } as const;
  await simulator.control.addFault({ when: { number: refused }, times: 1, fault });
  const batchId = await startBatch(page, origin, {
    numbers: [refused, bound],
    url: 'https://hooks.acme.com/in',
  });
  const bindingIds: string[] = [];
  await expect(async () => {
    const answer = await page.request.get(`${origin}/api/batches/${batchId}/lines?state=refused`);
    const { lines } = (await answer.json()) as BatchLinesPage;
    expect(lines).toHaveLength(1);
    bindingIds.push(...lines.map(({ binding }) => binding.id));
  }).toPass();
  return { batchId, bindingIds };
}

/** A new link for Cleo, as the People page shows it once. */
async function makeLink(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/people`);
  await page.getByRole('button', { name: 'New link: Cleo Colleague' }).click();
  const dialog = page.getByRole('dialog', { name: 'Link for Cleo Colleague' });
  const link = await dialog.getByLabel('One-time link').inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  return link;
}

test('an admin who takes over another one is seen by that one, by all admins, on the bindings and in the log', async ({
  adminPage,
  browser,
  colleague: cleo,
  supportPage,
  console: running,
}) => {
  test.slow();
  const { origin } = running;
  const complaints = listenForConsoleErrors(adminPage);
  const link = await makeLink(adminPage, origin);
  const resent = await startWithRefusal(adminPage, running);
  const imposter = await (await browser.newContext()).newPage();
  await accept(imposter, link, { ...cleo, password: borrowed });
  await bindNumber(imposter, origin, { number, url: 'https://hooks.acme.com/taken' });
  const url = 'https://hooks.acme.com/taken';
  const taken = await startBatch(imposter, origin, { numbers: landlines(37_101, 2), url });
  expect(await postAs(imposter, origin, 'retryBatch', { ...resent, mended: [] })).toBe('ok');
  const notice = (page: Page) => page.getByRole('region', { name: 'Your password was reset by a link' });
  // The session that used the link cannot confirm the reset for the person.
  await imposter.goto(`${origin}/bind`);
  await expect(imposter.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(notice(imposter)).toHaveCount(0);

  // All admins, on the overview.
  await adminPage.goto(origin);
  await expect(adminPage.getByText('A password was reset by a link in the last 7 days')).toBeVisible();
  await expect(adminPage.getByRole('main')).toContainText('Cleo Colleague (cleo@example.net)');
  await expect(adminPage.getByRole('main')).toContainText(
    /Link made by ada \(ada@example\.net\) at .+, from (127\.0\.0\.1|::1)/,
  );
  await expectForEveryone(adminPage, 'overview after a reset');
  await supportPage.goto(origin);
  await expect(supportPage.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(supportPage.getByText(/reset by a link in the last/)).toHaveCount(0);

  // Everybody who reads history, at the binding.
  await supportPage.goto(`${origin}/history?q=${number}`);
  await expect(supportPage.getByRole('row').filter({ hasText: number.slice(-4) })).toContainText(
    'After a password reset',
  );
  await supportPage.locator('[data-row-link]').first().click();
  await expect(supportPage.getByRole('article')).toContainText(
    /The password of Cleo Colleague was reset by a link at .+Whoever had the link may have acted as Cleo Colleague\./,
  );
  await expectForEveryone(supportPage, 'an entry after a reset');

  // At a batch: once where every line has the same author, else at the lines that were sent again.
  await supportPage.goto(`${origin}/batches/${taken}`);
  const mark = supportPage.getByRole('main').getByText('After a password reset');
  await expect(mark).toHaveCount(1);
  await expect(supportPage.locator('#main header').first()).toContainText(
    /by Cleo Colleague.+Whoever had the link may have acted as Cleo Colleague\..*ada made the link\./,
  );
  await expectForEveryone(supportPage, 'a batch after a reset');
  await supportPage.goto(`${origin}/batches/${resent.batchId}`);
  await expect(mark).toHaveCount(1);
  await expect(lineRows(supportPage).filter({ hasText: 'After a password reset' })).toContainText(
    refused.slice(-4),
  );
  await expectForEveryone(supportPage, 'a line sent again after a reset');
  await supportPage.goto(`${origin}/batches`);
  await expect(supportPage.getByRole('listitem').filter({ hasText: 'After a password reset' })).toHaveCount(
    1,
  );

  // The person, at the next sign-in; here by the password of the link, as after a second reset.
  const victim = await (await browser.newContext()).newPage();
  await signIn(victim, origin, { ...cleo, password: borrowed });
  await expect(notice(victim)).toContainText(/Used at .+, from (127\.0\.0\.1|::1)/);
  await expect(notice(victim)).toContainText('Link made by ada (ada@example.net)');
  await expectForEveryone(victim, 'the notice of a reset');
  await victim.goto(`${origin}/history`);
  await expect(notice(victim)).toBeVisible();
  await notice(victim).getByRole('button', { name: 'I asked for this' }).click();
  await expect(notice(victim)).toHaveCount(0);
  await victim.reload();
  await expect(victim.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
  await expect(notice(victim)).toHaveCount(0);

  // The log, and one line each on stdout without the token.
  await adminPage.goto(`${origin}/audit-log?group=people`);
  for (const told of [
    /^Made a link for a new password of Cleo Colleague/,
    /^The password of Cleo Colleague .+ was reset by a link$/,
    /^Confirmed that they know of the reset/,
  ])
    await expect(adminPage.getByText(told).first()).toBeVisible();
  const events = running
    .output()
    .split('\n')
    .filter((line) => line.includes('"msg":"audit"'))
    .map((line) => JSON.parse(line).event);
  const resets = events.filter(({ kind }) => kind === 'reset');
  expect(resets).toMatchObject([
    {
      actor: { kind: 'unknown' },
      address: expect.stringMatching(loopback),
      details: {
        email: 'cleo@example.net',
        by: { email: 'ada@example.net', address: expect.stringMatching(loopback) },
      },
    },
  ]);
  const token = new URLSearchParams(new URL(link).hash.slice(1)).get('token') ?? '';
  expect(token.length).toBeGreaterThan(20);
  expect(running.output()).not.toContain(token);
  expect(complaints).toEqual([]);
  // The tests after this one find the person as they expect them.
  await Promise.all([imposter.context().close(), victim.context().close()]);
  const back = await (await browser.newContext()).newPage();
  await accept(back, await makeLink(adminPage, origin), cleo);
  await back.context().close();
});
