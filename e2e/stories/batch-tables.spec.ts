import { expect, test } from '#e2e/fixtures.ts';
import { mainLine } from '#e2e/steps/bind-steps.ts';
import { appOf, dryRun, fileOf, kindOf, lineOf, next, statusOf, textOf } from '#e2e/steps/new-batch-steps.ts';
import { pack, textCell, workbookOf } from '#lib/testing/batches/workbook.ts';

// Tables as people paste and drop them: nothing is refused for a line, no number vanishes, no counter is bound.

test.describe.configure({ timeout: 180_000 });

const landline = (n: number) => `0755-860${88_100 + n}`;

test('a table with a title, a remark and a broken line is read, and its columns stay within reach', async ({
  adminPage: page,
  console: { origin },
}) => {
  await dryRun(page, origin, [
    '号码绑定清单',
    '序号,呼入号码,回调地址,备注',
    `1,${landline(1)}\t,${next},`,
    `2,${landline(2)}\t,${next}?a=1,2,VIP`,
    `3,${landline(3)}\t, "${next}?a=1,2","VIP" desk`,
  ]);
  await expect(kindOf(page, 'Will bind', 2)).toBeVisible();
  await expect(lineOf(page, 4)).toContainText('does “https://hooks.acme.com/in?a=1,2” belong together?');
  await lineOf(page, 4)
    .getByRole('button', { name: /^Use ….*\?a=1,2/ })
    .click();
  await expect(kindOf(page, 'Will bind', 3)).toBeVisible();
  await page.getByText(/^Columns/).click();
  await expect(page.getByRole('checkbox', { name: 'Line 2 is the header' })).toBeChecked();
  await expect(page.getByRole('combobox', { name: 'Column 呼入号码' })).toHaveValue('number');
});

test('a line of numbers is as many lines, and a cell of numbers is split with one press', async ({
  adminPage: page,
  console: { origin },
}) => {
  await dryRun(page, origin, [`${landline(11)},${landline(12)},${landline(13)}`]);
  await expect(kindOf(page, 'All', 3)).toBeVisible();
  await page.getByRole('button', { name: 'Start over with other lines' }).click();
  await textOf(page).fill(`number,url\n"${landline(14)}、${landline(15)}",${next}\n${landline(16)},${next}`);
  await page.getByRole('button', { name: 'Check lines' }).click();
  await lineOf(page, 2).getByRole('button', { name: 'Split into 2 lines' }).click();
  await expect(kindOf(page, 'Will bind', 3)).toBeVisible();
  await page.getByRole('button', { name: 'Undo last change' }).click();
  await expect(kindOf(page, 'Invalid', 1)).toBeVisible();
});

test('a Markdown table is read: its rule is named, failed formulas too, and one press corrects URLs that a sentence ended', async ({
  adminPage: page,
  console: { origin },
}) => {
  await dryRun(page, origin, [
    '| number | url |',
    '|---|:--:|',
    `| ${landline(41)} | ${next}) |`,
    `| ${landline(42)} | ${next}. |`,
    `| ${landline(43)} | #REF! |`,
    `| 3.14159 | ${next} |`,
    `| ${landline(44)} | ${next} |`,
    `| 95533 | ${next} |`,
    ...[45, 46, 47, 48].map((n) => `| ${landline(n)} | ${next} |`),
  ]);
  await expect(page.getByText('Line 2 only draws the table and is left out: ---|:--:')).toBeVisible();
  await expect(lineOf(page, 5)).toContainText('an error of a spreadsheet’s formula (#REF!)');
  await expect(lineOf(page, 6)).toContainText('3.14159 is a decimal number');
  await expect(page.getByRole('group', { name: /^1 line: .*short public number.*internal/ })).toBeVisible();
  await expect(lineOf(page, 3)).toContainText('ends in a mark that may belong to the sentence');
  await page.getByRole('button', { name: 'Take it off in 2 lines' }).click();
  await expect(lineOf(page, 3)).not.toContainText('ends in a mark');
  await expect(page.getByRole('button', { name: 'Take it off in 2 lines' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo last change' }).click();
  await expect(page.getByRole('button', { name: 'Take it off in 2 lines' })).toBeVisible();
});

test('a counter is not the number', async ({ adminPage: page, console: { origin } }) => {
  await dryRun(
    page,
    origin,
    Array.from({ length: 12 }, (_, n) => `${n + 1}\t${landline(20 + n)}\t${next}`),
  );
  await expect(kindOf(page, 'Will bind', 12)).toBeVisible();
  await expect(lineOf(page, 1)).toContainText('0086075586088120');
});

test('an Excel workbook is dropped, and another of its sheets is chosen', async ({
  adminPage: page,
  console: { origin },
}) => {
  await page.goto(`${origin}/batches/new`);
  await expect(textOf(page)).toBeEnabled();
  await appOf(page).selectOption(mainLine);
  const bytes = pack(
    workbookOf({
      North: `<row r="1">${textCell('A1', 'DID')}${textCell('B1', 'Voice URL')}</row>
        <row r="2"><c r="A2"><v>13800138000</v></c>${textCell('B2', next)}</row>
        <row r="3">${textCell('A3', '0086075586088131')}${textCell('B3', next)}</row>
        <row r="4"><c r="A4" s="1"><v>46356</v></c>${textCell('B4', next)}</row>
        <row r="5"><c r="A5" t="e"><v>#N/A</v></c>${textCell('B5', next)}</row>
        <row r="6">${textCell('A6', landline(33))}${textCell('B6', `${next}?call={CallSid}`)}</row>`,
      南区: `<row r="1">${textCell('A1', landline(32))}${textCell('B1', next)}</row>`,
    }),
  );
  const transfer = await page.evaluateHandle(
    (data) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([new Uint8Array(data)], 'numbers.xlsx'));
      return dropped;
    },
    [...bytes],
  );
  await page
    .getByText('or drop an Excel (.xlsx), CSV or TSV file')
    .dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByText('File numbers.xlsx')).toBeVisible();
  await expect(kindOf(page, 'All', 5)).toBeVisible();
  await expect(lineOf(page, 4)).toContainText('This is a date');
  await expect(lineOf(page, 5)).toContainText('error of a spreadsheet’s formula (#N/A)');
  await expect(lineOf(page, 6)).toContainText('Nothing fills placeholders here');
  const sheet = page.getByRole('combobox', { name: 'Sheet' });
  await expect(sheet).toHaveValue('0');
  await sheet.selectOption('南区');
  await expect(statusOf(page)).toContainText('1 will bind');
  await expect(lineOf(page, 1)).toContainText('0086075586088132');
  await expect(fileOf(page)).toHaveCount(0);
});
