import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import { fillBind } from '#e2e/steps/bind-steps.ts';
import { admin, type Console, serve } from '#lib/testing/console.ts';

// Sessions: over when nobody is there, gone from the browser after signing out, seen and ended by their owner, and a way back
// in for an admin who forgot the password.

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const movedClock = fileURLToPath(new URL('../conditions/moved-clock.ts', import.meta.url));
const newPassword = 'gandalf knits at noon';
let dataDir: string;
let running: Console;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  dataDir = mkdtempSync(join(tmpdir(), 'patchboard-sessions-'));
  running = await serve({ dataDir, env: { NODE_OPTIONS: `--import=${movedClock}` } });
});
test.afterAll(async () => {
  await running?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What `npm run admin -- …` says, and how it ends. */
function runCommand(...parameters: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', 'scripts/admin.ts', ...parameters],
    {
      env: {
        PATH: process.env.PATH ?? '',
        NODE_ENV: 'production',
        DATA_DIR: dataDir,
        APP_ORIGIN: running.origin,
      },
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

/** The next read of history that a page begins by itself: its mark and its answer. */
async function lookAgain(page: Page): Promise<{ status: number; mark: string | undefined }> {
  const request = await page.waitForRequest((each) => /\/api\/bindings(\?|$)/.test(each.url()));
  const response = await request.response();
  return { status: response?.status() ?? 0, mark: request.headers()['x-patchboard-background'] };
}

/** Everything this page's origin keeps in the tab and in the browser. */
const storedIn = (page: Page) =>
  page.evaluate(async () => ({
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));

test('a page that looks again by itself for half an hour does not keep anybody signed in', async ({
  page,
}) => {
  await page.clock.install();
  await signIn(page, running.origin, admin);
  await page.goto(`${running.origin}/history?outcome=bound`);
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
  // Nobody touches the page from here on.
  await page.clock.fastForward(61_000);
  const looked: number[] = [];
  for (let tens = 0; tens < 4; tens += 1) {
    const [answer] = await Promise.all([lookAgain(page), page.clock.runFor(2_000)]);
    looked.push(answer.status);
    expect(answer.mark).toBe('1');
    running.process.kill('SIGUSR2');
  }
  expect(looked.slice(0, 3)).toEqual([200, 200, 200]);
  await expect
    .poll(async () => {
      const [answer] = await Promise.all([lookAgain(page), page.clock.runFor(2_000)]);
      return answer.status;
    })
    .toBe(401);
  const notice = page.getByRole('alert').filter({ hasText: 'signed out' });
  await expect(notice).toBeVisible();
  await notice.getByRole('link', { name: /^Sign in/ }).click();
  await page.getByLabel('Email').fill(admin.email);
  await page.getByLabel('Password').fill(admin.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${running.origin}/history?outcome=bound`);
});

test('a person who presses a key now and then stays signed in', async ({ page }) => {
  await page.clock.install();
  await signIn(page, running.origin, admin);
  await page.goto(`${running.origin}/history`);
  for (let tens = 0; tens < 5; tens += 1) {
    await Promise.all([lookAgain(page), page.clock.fastForward(61_000)]);
    await page.keyboard.press('Shift');
    const [answer] = await Promise.all([lookAgain(page), page.clock.runFor(2_000)]);
    expect(answer).toEqual({ status: 200, mark: undefined });
    running.process.kill('SIGUSR2');
  }
});

test('after signing out nothing typed is left in this tab, in another one, or in the browser', async ({
  page,
}) => {
  const wanted = { number: '0755 8602 9001', url: 'https://hooks.acme.com/in?token=s3cr3t-t0k3n' };
  await signIn(page, running.origin, admin);
  await page.goto(`${running.origin}/bind`);
  await fillBind(page, wanted);
  const other = await page.context().newPage();
  await other.goto(`${running.origin}/bind`);
  await fillBind(other, wanted);
  await other.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('a draft');
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
        opening.onerror = () => reject(opening.error);
      }),
  );
  for (const each of [page, other])
    await expect.poll(async () => (await storedIn(each)).session.length).toBe(1);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button', { name: 'Sign out' }).click(),
  ]);
  expect((await answer.allHeaders())['clear-site-data']).toBe('"storage"');
  for (const each of [page, other]) {
    await expect(each.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expect.poll(() => storedIn(each)).toEqual({ session: [], databases: [] });
  }
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await other.close();
});

test('a person sees their sessions, ends one, changes name and password, and all of it is recorded', async ({
  page,
  browser,
}) => {
  await signIn(page, running.origin, admin);
  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, running.origin, admin);
  await page.getByRole('link', { name: 'ada Admin' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
  const sessions = page.getByRole('region', { name: 'Sessions' });
  const first = sessions.getByRole('row').nth(1);
  await expect(first).toContainText('This session');
  await expect(first).toContainText(/Chrome on (Linux|macOS|Windows)/);
  await expect(first.getByRole('button')).toHaveCount(0);
  await expectForEveryone(page, 'account');
  await expect(sessions.getByRole('button', { name: /^End session/ })).not.toHaveCount(0);
  await sessions.getByRole('button', { name: 'End all other sessions' }).click();
  await expect(sessions.getByRole('button')).toHaveCount(0);
  await elsewhere.goto(`${running.origin}/history`);
  await expect(elsewhere.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await elsewhere.context().close();

  await page.getByRole('textbox', { name: 'Name' }).fill('Ada Lind');
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(page.locator('#main').getByText('Your name is saved.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ada Lind Admin' })).toBeVisible();

  const form = page.getByRole('region', { name: 'Password' });
  const change = async (current: string, next: string) => {
    await form.getByLabel('Current password').fill(current);
    await form.getByLabel('New password').fill(next);
    await form.getByRole('button', { name: 'Change password' }).click();
  };
  const problems = form.getByRole('alert', { name: 'There is a problem' });
  await change(admin.password, 'password1234');
  await expect(problems).toContainText('This is a common password');
  await expect(form.getByLabel('New password')).toHaveValue('password1234');
  await change('not the right one', newPassword);
  await expect(problems).toContainText('This is not your current password');
  await expectForEveryone(page, 'account with errors');
  await change(admin.password, newPassword);
  await expect(form.getByText('Your password is changed.')).toBeVisible();
  await expect(form.getByLabel('New password')).toHaveValue('');

  await page.goto(`${running.origin}/audit-log`);
  for (const text of [
    'Changed their name from ada to Ada Lind',
    'Changed their password',
    /Ended \d other session/,
  ])
    await expect(page.getByRole('row').filter({ hasText: text })).not.toHaveCount(0);
});

test('the only admin who forgot the password gets a link from the command, while the console runs and while it does not', async ({
  page,
}) => {
  const socket = join(dataDir, 'control.sock');
  expect(statSync(socket).mode & 0o777).toBe(0o600);
  expect(runCommand().stderr).toContain('Usage: npm run admin -- reset EMAIL');
  expect(runCommand('drop', 'everything')).toMatchObject({ status: 1, stdout: '' });
  expect(runCommand('reset', 'nobody@example.net')).toMatchObject({
    status: 1,
    stderr: 'Nobody here has the email nobody@example.net. Check its spelling.\n',
  });
  const { status, stdout } = runCommand('reset', admin.email);
  expect(status).toBe(0);
  const link = stdout.trim().split('\n').at(-1) ?? '';
  expect(link).toContain(`${running.origin}/invitation#token=`);

  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Welcome, Ada Lind' })).toBeVisible();
  expect(page.url()).toBe(`${running.origin}/invitation`);
  await page.reload();
  await page.getByLabel('Password', { exact: true }).fill('123456789012');
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(page.getByRole('alert', { name: 'There is a problem' })).toContainText('common password');
  await page.getByLabel('Password', { exact: true }).fill(admin.password);
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await page.goto(`${running.origin}/audit-log`);
  await expect(page.getByRole('row').filter({ hasText: 'with npm run admin' })).toContainText('Command line');

  // Links of earlier versions have their token in the query.
  const second = runCommand('reset', admin.email).stdout.trim().split('\n').at(-1) ?? '';
  await page.goto(second.replace('#token=', '?token='));
  await expect(page.getByRole('heading', { name: 'Welcome, Ada Lind' })).toBeVisible();
  expect(page.url()).toBe(`${running.origin}/invitation`);

  await running.stop();
  expect(existsSync(socket)).toBe(false);
  expect(runCommand('reset', admin.email)).toMatchObject({ status: 0, stderr: '' });
});
