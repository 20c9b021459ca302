import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { answerRequest } from '#components/batches/new/lines/line-worker.ts';
import { readWorkbook } from '#components/batches/new/source/read-workbook.ts';
import {
  mainNamespace as main,
  pack,
  textCell as text,
  workbookOf as workbook,
} from '#lib/testing/batches/workbook.ts';

const U = 'https://hooks.acme.com/in';
const codeOf = async (bytes: Uint8Array<ArrayBuffer>) => {
  const read = await readWorkbook(bytes, null);
  return read.ok ? read.value.table.records.map(({ fields }) => fields) : read.problem.code;
};
const request = (bytes: Uint8Array<ArrayBuffer>, sheet?: number) =>
  answerRequest({
    ...{ ask: 1, source: { bytes: bytes.buffer }, defaults: { appId: '1400000000', callbackUrl: null } },
    ...{ apps: [{ id: '1400000000', name: 'Main line' }], allowHttp: false },
    ...(sheet !== undefined && { sheet }),
  });

const numbers = `<row r="1">${text('A1', 'number')}${text('B1', 'url')}</row>
  <row r="2"><c r="A2"><v>13800138000</v></c>${text('B2', U)}</row>
  <row r="3">${text('A3', '0086075586013388')}${text('B3', `${U}?a=1,2&amp;b=3`)}</row>
  <row r="4"><c r="A4"><v>1.3900139E10</v></c>${text('B4', U)}</row>
  <row r="5"><c r="A5" s="1"><v>46356</v></c>${text('B5', U)}</row>
  <row r="9"><c r="A9"><v>86075586013388001</v></c>${text('B9', U)}</row>`;

test('a workbook is read as stored: digits keep, texts keep their zeros, dates are refused, lost digits are told', async () => {
  const answer = await request(pack(workbook({ Sheet1: numbers })));
  expect(answer.ok && answer.planned).toMatchObject([
    { kind: 'ready', line: 2, number: '008613800138000', callbackUrl: U },
    { kind: 'ready', line: 3, number: '0086075586013388', callbackUrl: `${U}?a=1,2&b=3` },
    { kind: 'ready', line: 4, number: '008613900139000' },
    { kind: 'invalid', line: 5, typed: { number: '2026-11-30' }, problem: { code: 'batch_number_is_date' } },
    { kind: 'invalid', line: 9, typed: { number: expect.stringContaining('E+16') } },
  ]);
});

test('the first sheet with something in it is read, and another one can be chosen', async () => {
  const bytes = pack(
    workbook({
      Empty: '',
      'A &amp; B': numbers,
      号码: `<row r="1">${text('A1', '0755-86013310')}${text('B1', U)}</row>`,
    }),
  );
  const first = await request(bytes);
  expect(first.ok && first.workbook).toEqual({ sheets: ['Empty', 'A & B', '号码'], sheet: 1 });
  const third = await request(bytes, 2);
  expect(third.ok && third.planned).toMatchObject([{ kind: 'ready', line: 1, number: '0086075586013310' }]);
  const empty = await request(bytes, 0);
  expect(empty.ok && empty.planned).toEqual([]);
});

test('a workbook or a text file without anything in it is told as such', async () => {
  const codeOf = async (bytes: Uint8Array<ArrayBuffer>) => {
    const answer = await request(bytes);
    return answer.ok ? 'ok' : answer.problem.code;
  };
  expect(await codeOf(pack(workbook({ One: '', Two: '<row r="1"><c r="A1"/></row>' })))).toBe(
    'batch_workbook_no_sheet',
  );
  for (const text of ['', ' \r\n\r\n\t', '\uFEFF'])
    expect(await codeOf(strToU8(text) as Uint8Array<ArrayBuffer>)).toBe('batch_file_empty');
});

test('cells that spreadsheets write in other ways are read', async () => {
  const rows = `<row r="1"><c r="A1" t="str"><f>B1</f><v>0755</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#N/A</v></c>
    <c r="D1"><v>12.5</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>`;
  expect(await codeOf(pack(workbook({ S: rows })))).toEqual([['0755', 'TRUE', '#N/A', '12.5']]);
  const prefixed = workbook({ S: '' });
  prefixed['xl/worksheets/sheet1.xml'] =
    `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  expect(await codeOf(pack(prefixed))).toEqual([['5']]);
});

test('a formula that has failed is told as such, and no default is put in its place', async () => {
  const error = (ref: string, name: string) =>
    `<c r="${ref}" s="0" t="e"><f>VLOOKUP(X1,Y:Z,2)</f><v>${name}</v></c>`;
  const rows = `<row r="1">${text('A1', 'number')}${text('B1', 'url')}</row>
    <row r="2">${error('A2', '#N/A')}${text('B2', U)}</row>
    <row r="3">${error('A3', '#DIV/0!')}${text('B3', U)}</row>
    <row r="4">${error('A4', '#REF!')}${error('B4', '#NAME?')}</row>
    <row r="5">${text('A5', '0755-86013310')}${error('B5', '#VALUE!')}</row>
    <row r="6">${text('A6', '0755-86013311')}${text('B6', `${U}?t=e`)}</row>
    <row r="7"><c r="A7" t="e"/>${text('B7', U)}</row>`;
  const answer = await answerRequest({
    ...{ ask: 1, source: { bytes: pack(workbook({ S: rows })).buffer }, allowHttp: false },
    ...{ defaults: { appId: '1400000000', callbackUrl: U }, apps: [{ id: '1400000000', name: 'Main' }] },
  });
  expect(answer.ok && answer.planned).toMatchObject([
    { line: 2, problem: { code: 'number_formula_error' } },
    { line: 3, problem: { code: 'number_formula_error' } },
    { line: 4, problem: { code: 'number_formula_error' } },
    { line: 5, kind: 'invalid', typed: { callbackUrl: '#VALUE!' }, problem: { field: 'callbackUrl' } },
    { line: 6, kind: 'ready' },
    { line: 7, problem: { code: 'number_missing' } },
  ]);
});

/** The file with the unpacked size of an entry changed where the directory tells it. */
function lie(bytes: Uint8Array<ArrayBuffer>, name: string, size: number): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) {
      const length = view.getUint16(at + 28, true);
      if (new TextDecoder().decode(copy.subarray(at + 46, at + 46 + length)) === name)
        view.setUint32(at + 24, size, true);
    }
  return copy;
}

test('what would unpack to more than a batch can need is refused, also where its directory lies', async () => {
  const bomb = { ...workbook({ S: numbers }), 'xl/media/zeros.xml': '0'.repeat(65 * 2 ** 20) };
  const packed = pack(bomb);
  expect(packed.length).toBeLessThan(5 * 2 ** 20);
  expect(await codeOf(packed)).toBe('batch_workbook_too_large');
  expect(await codeOf(lie(packed, 'xl/media/zeros.xml', 1_000))).toBe('batch_workbook_broken');
  const many = { ...workbook({ S: numbers }) };
  for (let part = 0; part < 1_000; part += 1) many[`xl/media/${part}.bin`] = '';
  expect(await codeOf(pack(many))).toBe('batch_workbook_too_large');
  expect(
    await codeOf(
      pack(
        workbook({
          S: `<row r="1">${text('A1', 'x')}${text('XFD1', 'y')}</row><row r="9000">${text('A9000', 'z')}</row>`,
        }),
      ),
    ),
  ).toBe('batch_workbook_too_large');
  expect(await codeOf(pack(workbook({ S: '<row r="99999999"><c r="A99999999"><v>1</v></c></row>' })))).toBe(
    'batch_workbook_too_large',
  );
});

test('a file that is no workbook says what it is', async () => {
  const bytesOf = async (bytes: Uint8Array<ArrayBuffer>) => {
    const answer = await request(bytes);
    return answer.ok ? 'ok' : answer.problem.code;
  };
  const whole = pack(workbook({ S: numbers }));
  expect(await bytesOf(pack({ 'word/document.xml': '<w/>' }))).toBe('batch_file_archive');
  expect(await bytesOf(whole.slice(0, 600))).toBe('batch_workbook_broken');
  expect(await bytesOf(new Uint8Array([0x50, 0x4b, 3, 4]))).toBe('batch_workbook_broken');
  expect(
    await bytesOf(pack({ ...workbook({ S: '' }), 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row' })),
  ).not.toBe('ok');
  const old = new Uint8Array(2_000);
  old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  expect(await bytesOf(old)).toBe('batch_workbook_old');
  old.set(
    new Uint8Array(new Uint16Array([...'EncryptedPackage'].map((letter) => letter.charCodeAt(0))).buffer),
    1_024,
  );
  expect(await bytesOf(old)).toBe('batch_workbook_encrypted');
  expect(await bytesOf(strToU8('%PDF-1.7 …') as Uint8Array<ArrayBuffer>)).toBe('batch_file_pdf');
});
