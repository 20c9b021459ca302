import type { Locator, Page } from 'playwright/test';
import { expectForEveryone } from '#e2e/axe.ts';
import { listenForConsoleErrors } from '#e2e/console-errors.ts';
import { seedHistory } from '#e2e/data/seed-history.ts';
import { expect, test } from '#e2e/fixtures.ts';
import { confirmOf, expectResult, reviewBinding } from '#e2e/steps/bind-steps.ts';

// Outcomes over time above the table: read, narrowed by a bar, read as a table, hidden.

test.describe.configure({ mode: 'serial' });

const refused = '0086075586064003';
const chartOf = (page: Page): Locator => page.getByRole('region', { name: 'Outcomes over time' });
const barsOf = (page: Page): Locator => chartOf(page).getByRole('option', { name: /Show only these$/ });

test('a bar tells its time and outcomes, and narrows the range by keys; Back widens it', async ({
  adminPage: page,
  console: running,
}) => {
  const complaints = listenForConsoleErrors(page);
  await seedHistory(page, running.origin, [
    { number: '0086075586064001', url: 'https://chart.acme.com/in' },
    { number: '0086075586064002', url: 'https://chart.acme.com/in' },
  ]);
  await running.simulator.control.addFault({
    when: { number: refused },
    fault: { kind: 'code', applied: false, code: 'OperationDenied' },
  });
  const url = 'https://chart.acme.com/in';
  await confirmOf(await reviewBinding(page, running.origin, { number: refused, url })).click();
  await expectResult(page, 'Refused');

  await page.goto(`${running.origin}/history?q=chart.acme.com`);
  await expect(chartOf(page)).toContainText('30 days, as no start is chosen. The table shows all time.');
  await expect(
    chartOf(page).getByRole('list', { name: 'Outcomes in the chart' }).getByRole('listitem'),
  ).toHaveText(['Bound', 'Refused']);
  const bar = barsOf(page).last();
  await expect(bar).toHaveAccessibleName(
    /\d Bound, 1 Refused\. Show only these$|1 Refused\. Show only these$/,
  );
  await expectForEveryone(page, 'chart');

  const list = chartOf(page).getByRole('listbox', { name: /^Bars, oldest first/ });
  const chosen = list.getByRole('option', { selected: true });
  await list.focus();
  await page.keyboard.press('Home');
  await expect(chosen).toHaveAccessibleName(/: no change$/);
  await expect(chartOf(page)).toContainText(/: no change/);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await expect(chosen).toHaveAccessibleName(/1 Refused\. Show only these$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/from=.*&to=/);
  await expect(page.getByRole('list', { name: 'Active filters' })).toContainText('Time:');
  await expect(chartOf(page)).not.toContainText('no start is chosen');
  await page.goBack();
  await expect(page).toHaveURL(`${running.origin}/history?q=chart.acme.com`);

  await page.goto(`${running.origin}/history?q=chart.acme.com&outcome=refused`);
  await expect(barsOf(page)).toHaveCount(1);
  await expect(barsOf(page)).toHaveAccessibleName(/: 1 Refused\. Show only these$/);
  await page.goto(`${running.origin}/history?q=nobody-has-this`);
  await expect(chartOf(page)).toContainText('No change in this time');
  expect(complaints).toEqual([]);
});

test('the same figures stand in a table', async ({ supportPage: page, console: running }) => {
  await page.goto(`${running.origin}/history?q=chart.acme.com&outcome=refused`);
  await chartOf(page).getByText('Show as table').click();
  const table = chartOf(page).getByRole('table', { name: 'Outcomes over time' });
  await expect(table.getByRole('columnheader')).toHaveText([/^Time \(UTC\+8\)$/, 'Refused', 'All']);
  await expect(table.getByRole('cell')).toHaveText(['1', '1']);
  await expectForEveryone(page, 'chart as a table');
});

test('who hides it finds it hidden, and asks for nothing', async ({
  supportPage: page,
  console: running,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${running.origin}/history?q=chart.acme.com`);
  await page.getByRole('button', { name: 'Hide chart' }).click();
  await expect(barsOf(page)).toHaveCount(0);
  asked.length = 0;
  await page.reload();
  await expect(page.getByRole('button', { name: 'Show chart' })).toBeVisible();
  await expect(page.getByRole('row').first()).toBeVisible();
  expect(asked).toContain('/history');
  expect(asked).not.toContain('/api/bindings/chart');
  await page.getByRole('button', { name: 'Show chart' }).click();
  await expect(barsOf(page).last()).toBeVisible();
});
