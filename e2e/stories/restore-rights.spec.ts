import { callAction } from '#e2e/attack/call.ts';
import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { expect, test } from '#e2e/fixtures.ts';
import { arrivalsOf, mainLine } from '#e2e/steps/bind-steps.ts';
import { oldUrl, openEntry, questionOf, replaceUrl, restoreIn, rowsOf } from '#e2e/steps/restore-steps.ts';

// Who may not bind finds no way to put something back, on the screen or past it; who may finds one they can use.

test('support sees no control, and a hand-made POST is refused and stands in history as denied', async ({
  adminPage,
  supportPage: page,
  console: running,
}) => {
  const number = '0086075586072001';
  await replaceUrl(adminPage, running.origin, number);
  const rows = await rowsOf(page, running.origin, number);
  await expect(rows).toHaveCount(2);
  const controls = page.getByRole('button', { name: /Restore|Put back|Undo|Send again/ });
  await expect(controls).toHaveCount(0);
  await openEntry(page, rows.last());
  await expect(controls).toHaveCount(0);
  const id = new URL(page.url()).searchParams.get('entry') ?? '';
  await page.goto(`${running.origin}/history/${id}`);
  await expect(page.getByRole('heading', { name: 'Related' })).toBeVisible();
  await expect(controls).toHaveCount(0);
  expect((await page.request.get(`${running.origin}/api/bindings/${id}/restore`)).status()).toBe(403);

  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const input = {
    idempotencyKey: crypto.randomUUID(),
    appId: mainLine,
    number,
    numberType: null,
    callbackUrl: null,
    reason: null,
    seen: null,
    source: 'restore',
    restoresBindingId: id,
    sendUnchanged: false,
  };
  const restored = await callAction(running.origin, 'bindNumber', [input], { cookie });
  expect(restored.status).toBe(403);
  const undo = { ...input, source: 'undo', idempotencyKey: crypto.randomUUID() };
  expect((await callAction(running.origin, 'bindNumber', [undo], { cookie })).status).toBe(403);
  const again = { bindingId: id, afterAttempt: 1 };
  expect((await callAction(running.origin, 'repeatBinding', [again], { cookie })).status).toBe(403);
  expect(await arrivalsOf(running, number)).toHaveLength(2);

  await rowsOf(page, running.origin, number);
  const denied = rows.filter({ hasText: 'Denied' });
  await expect(denied).toHaveCount(3);
  const from = (source: string) => denied.filter({ has: page.getByText(source, { exact: true }) });
  await expect(from('Restore')).toContainText('Sam Support');
  await expect(from('Restore')).toContainText(oldUrl.slice(8, 24));
  await expect(from('Undo')).toHaveCount(1);
  await expect(from('Form')).toHaveCount(1);
  await rowsOf(adminPage, running.origin, number);
  const seen = adminPage.getByRole('row').filter({ hasText: 'Denied' });
  await expect(restoreIn(seen)).toHaveCount(0);
});

test('the question and its result are for everyone, in both themes, at 360 px and in both languages', async ({
  adminPage: page,
  console: running,
}) => {
  const complaints = listenForConsoleErrors(page);
  const number = '0086075586072002';
  await replaceUrl(page, running.origin, number);
  const rows = await rowsOf(page, running.origin, number);
  await restoreIn(rows.last()).click();
  const dialog = await questionOf(page);
  await expectForEveryone(page, 'restore, asking');
  await dialog.getByRole('button', { name: 'Keep current' }).click();
  const drawer = await openEntry(page, rows.first());
  await expect(restoreIn(drawer)).toHaveAttribute('aria-disabled', 'true');
  await expectForEveryone(page, 'drawer, nothing to restore');
  await drawer.getByRole('button', { name: 'Put back what was there before' }).click();
  await (await questionOf(page)).getByRole('button', { name: 'Replace binding' }).click();
  await expect(drawer.getByRole('region', { name: 'Result' })).toBeVisible();
  await expectForEveryone(page, 'drawer, restored');
  await page.keyboard.press('Escape');

  await page.getByRole('combobox', { name: 'Language' }).selectOption('简体中文');
  await page.getByRole('button', { name: '恢复此 URL' }).nth(1).click();
  const asked = page.getByRole('dialog', { name: /^把此 URL 恢复到/ });
  await expect(asked.getByRole('heading', { name: '将要发送的内容' })).toBeVisible();
  await expect(asked).toContainText('要恢复的 URL 由');
  await expect(asked).not.toContainText(/[a-z]+\.dialog\./);
  await expectForEveryone(page, 'restore, in Chinese');
  expect(complaints).toEqual([]);
});
