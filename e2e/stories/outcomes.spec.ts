import { expect, test } from '#e2e/fixtures.ts';
import {
  arrivalsOf,
  bindNumber,
  confirmOf,
  expectResult,
  mainLine,
  reviewBinding,
} from '#e2e/steps/bind-steps.ts';

// What a person is told when the provider refuses, is busy, or falls silent: never more than is known.

const url = 'https://hooks.acme.com/in';

test('a connection that broke after applying is an unknown outcome, and sending again settles it', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586022001';
  const { control } = running.simulator;
  await control.addFault({ when: { number }, fault: { kind: 'reset', applied: true } });
  await confirmOf(await reviewBinding(page, running.origin, { number, url })).click();
  const result = await expectResult(page, 'Outcome unknown');
  await expect(result).toContainText('The provider may or may not have applied this.');
  await expect(result).toContainText('No RequestId: no answer came back from the provider');
  await expect(result.getByRole('button', { name: 'Copy RequestId' })).toHaveCount(0);
  await expect(result.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  const [lost] = await arrivalsOf(running, number);
  await expect(result).not.toContainText(lost?.requestId ?? '-');

  await result.getByRole('button', { name: 'Send again' }).click();
  await expectResult(page, 'Bound');
  const arrivals = await arrivalsOf(running, number);
  expect(arrivals.map(({ callbackUrl }) => callbackUrl)).toEqual([url, url]);
  await expect(result).toContainText(arrivals[1]?.requestId ?? '-');
  expect(await control.boundUrl(mainLine, number)).toBe(url);
});

test('a refusal has a sentence, the code and words of the provider, and its RequestId', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586022002';
  await running.simulator.control.addFault({
    when: { number },
    fault: {
      kind: 'code',
      applied: false,
      code: 'OperationDenied.NotInWhiteList',
      message: 'Account not listed.',
    },
  });
  await confirmOf(await reviewBinding(page, running.origin, { number, url })).click();
  const result = await expectResult(page, 'Refused');
  await expect(result).toContainText('The provider refused it. The number keeps what it had.');
  await expect(result).toContainText('The account is not on Tencent’s list for inbound API calls.');
  await expect(result).toContainText('OperationDenied.NotInWhiteList');
  await expect(result).toContainText('Account not listed.');
  const [arrival, ...more] = await arrivalsOf(running, number);
  expect(more).toEqual([]);
  await expect(result).toContainText(arrival?.requestId ?? '-');
  await expect(result.getByRole('button', { name: 'Send again' })).toHaveCount(0);
});

test('a code nobody has listed is shown as it came', async ({ adminPage: page, console: running }) => {
  const number = '0086075586022003';
  await running.simulator.control.addFault({
    when: { number },
    fault: {
      kind: 'code',
      applied: false,
      code: 'FailedOperation.MoonPhase',
      message: 'Not under a full moon.',
    },
  });
  await confirmOf(await reviewBinding(page, running.origin, { number, url })).click();
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result).toContainText('FailedOperation.MoonPhase');
  await expect(result).toContainText('Not under a full moon.');
  const [arrival] = await arrivalsOf(running, number);
  await expect(result).toContainText(arrival?.requestId ?? '-');
});

test('a throttled request is repeated by itself, and history shows both requests', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586022004';
  await running.simulator.control.addFault({
    when: { number },
    fault: { kind: 'code', applied: false, code: 'RequestLimitExceeded' },
  });
  const result = await bindNumber(page, running.origin, { number, url });
  expect(await arrivalsOf(running, number)).toHaveLength(2);
  await result.getByRole('link', { name: 'View in history' }).click();
  const entry = page.getByRole('article');
  await expect(entry.getByRole('heading', { name: '2 requests on the wire' })).toBeVisible();
  await expect(entry.getByRole('listitem').filter({ hasText: 'Request 1' })).toContainText(
    'Turned away: too many requests',
  );
  await expect(entry.getByRole('listitem').filter({ hasText: 'Request 2' })).toContainText('Confirmed');
});

test('a slow answer is counted down, and nothing is called bound before it came', async ({
  adminPage: page,
  console: running,
}) => {
  const number = '0086075586022005';
  await running.simulator.control.addFault({ when: { number }, fault: { kind: 'latency', ms: 5000 } });
  const dialog = await reviewBinding(page, running.origin, { number, url });
  await confirmOf(dialog).click();
  const timer = dialog.getByRole('timer');
  await expect(timer).toHaveText('Sending. The answer usually takes less than a second.');
  await page.keyboard.press('Escape');
  await expect(timer).toHaveText(/^Waiting for the provider\. At most \d+ more seconds?\.$/);
  await expect(page.getByRole('region', { name: 'Result' })).toHaveCount(0);
  await expectResult(page, 'Bound');
  expect(await arrivalsOf(running, number)).toHaveLength(1);
});
