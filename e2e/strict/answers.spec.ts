import { expect, test } from '#e2e/fixtures.ts';
import { confirmOf, expectResult, reviewBinding } from '#e2e/steps/bind-steps.ts';

test('fault 9: a sign-in page in place of an answer is shown as text, and nothing in it runs', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586924001';
  await running.simulator.control.addFault({ when: { number }, fault: { kind: 'html', applied: true } });
  const dialog = await reviewBinding(page, running.origin, { number, url: 'https://hooks.acme.com/in' });
  await confirmOf(dialog).click();
  const result = await expectResult(page, 'Outcome unknown');
  await expect(result).toContainText('<script>document.title = "this ran"</script>');
  await expect(result.locator('script')).toHaveCount(0);
  await expect(page).not.toHaveTitle('this ran');
});
