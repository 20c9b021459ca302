import { expectForEveryone } from '#e2e/axe.ts';
import { confirmOf, expectResult, reviewBinding } from '#e2e/bind-steps.ts';
import { listenForComplaints } from '#e2e/complaints.ts';
import { expect, test } from '#e2e/fixtures.ts';

// What the console talks to, whether its key is good, and what is told when its clock is not.

test('an admin checks the key; support only reads', async ({
  adminPage: page,
  supportPage,
  console: running,
}) => {
  const complaints = listenForComplaints(page);
  const { control } = running.simulator;
  await page.goto(`${running.origin}/settings`);
  await expect(page.getByText('A simulator on this machine')).toBeVisible();
  await expectForEveryone(page, 'connection');
  await page.getByRole('button', { name: 'Check credentials' }).click();
  await expect(page.getByRole('main').getByText('The key works', { exact: true })).toBeVisible();
  await expectForEveryone(page, 'connection, key works');

  await control.setClock(12 * 60_000);
  await page.getByRole('button', { name: 'Check again' }).click();
  const off = 'This server’s clock is 12 minutes behind the provider’s.';
  await expect(page.getByText(off)).toHaveCount(2);

  await supportPage.goto(`${running.origin}/settings`);
  await expect(supportPage.getByText(off)).toBeVisible();
  await expect(supportPage.getByRole('button', { name: /Check/ })).toHaveCount(0);

  const number = '0086075586050001';
  const url = 'https://hooks.acme.com/clock';
  await control.setClock(-20 * 60_000);
  await confirmOf(await reviewBinding(page, running.origin, { number, url })).click();
  await expectResult(page, 'Bound');
  const told = 'This server’s clock is 20 minutes ahead of the provider’s.';
  await expect(page.getByRole('main').getByText(told)).toBeVisible();
  await page.getByRole('link', { name: 'View in history' }).click();
  await expect(page.getByText(told)).toHaveCount(2);
  await control.setClock(0);

  // The first request is still signed with the corrected time, and expires; the second meets the fault for certain.
  await control.addFault({
    when: { number },
    times: 2,
    fault: { kind: 'code', applied: false, code: 'AuthFailure.SecretIdNotFound', message: 'No.' },
  });
  await page.goto(`${running.origin}/bind`);
  await confirmOf(await reviewBinding(page, running.origin, { number, url: `${url}/2` })).click();
  await expectResult(page, 'Refused');
  await expect(page.getByText('Whoever runs this server can mend this.')).toBeVisible();
  await expect(page.getByText('Send again once it is mended.')).toBeVisible();
  await expectForEveryone(page, 'bind, refused');
  expect(complaints).toEqual([]);
});
