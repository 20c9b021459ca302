import { expect, test } from '#e2e/fixtures.ts';
import { arrivalsOf, confirmOf, expectResult, mainLine, reviewBinding } from '#e2e/steps/bind-steps.ts';

// Two people on one number: the slower one sees what happened, and nothing of theirs was sent.

const number = '0086075586024001';
const mine = 'https://hooks.acme.com/ada';
const theirs = 'https://hooks.acme.com/cleo';

test('the second of two admins sees three values and decides again', async ({
  adminPage,
  colleaguePage,
  console: running,
}) => {
  const first = await reviewBinding(adminPage, running.origin, { number, url: mine });
  const second = await reviewBinding(colleaguePage, running.origin, { number, url: theirs });
  await confirmOf(first).click();
  await expectResult(adminPage, 'Bound');

  await confirmOf(second).click();
  await expect(second).toHaveAccessibleName(/^Changed meanwhile/);
  await expect(second.getByRole('alert')).toContainText(/^Changed by .+Nothing was sent\./);
  const shownAs = (name: string) => second.getByRole('term').filter({ hasText: name }).locator('+ dd');
  await expect(shownAs('When you opened this')).toHaveText('unknown');
  await expect(shownAs('Theirs, now')).toHaveText(mine);
  await expect(shownAs('Yours')).toHaveText(theirs);
  await expect(second.getByRole('button', { name: 'Keep current' })).toBeFocused();
  expect((await arrivalsOf(running, number)).map(({ callbackUrl }) => callbackUrl)).toEqual([mine]);

  await second.getByRole('button', { name: 'Replace binding' }).click();
  await expectResult(colleaguePage, 'Bound');
  expect(await running.simulator.control.boundUrl(mainLine, number)).toBe(theirs);
  expect(await arrivalsOf(running, number)).toHaveLength(2);
});
