import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteOrderMark, csvLine, readCsv } from '#lib/domain/csv.ts';
import { guardCell, unguardCell } from '#lib/domain/csv-cell.ts';

const number = '0086075586013388';

/** Text with a liking for what spreadsheets and CSV trip over. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...['=', '+', '-', '@', '\t', '\r', '\n', '\r\n', '\0', '"', '""', "'", ',', ';', ' ']),
      fc.constantFrom('＝', '＋', '－', '＠', '00', '1e5', number, 'HYPERLINK("//x")', '回', '\ufeff', '😀'),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const rowOf = fc.array(fc.option(hostile, { freq: 6 }), { minLength: 2, maxLength: 6 });

describe('a line of CSV', () => {
  it('gives every text back, over ten thousand rows', () => {
    const rows = fc.sample(rowOf, { numRuns: 10_000, seed: 19 });
    expect(readCsv(byteOrderMark + rows.map(csvLine).join(''))).toEqual({ ok: true, value: rows });
  });

  it('has no cell that a spreadsheet would run, wherever it cuts', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(guardCell(text)).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/);
        expect(unguardCell(guardCell(text))).toBe(text);
        // Everything stands within the quotes, whose inner ones are doubled.
        expect(csvLine([text])).toMatch(/^"(?:[^"]|"")*"\r\n$/);
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    [number, `'${number}`],
    ['+8675586013388', "'+8675586013388"],
    ['=1+1', "'=1+1"],
    ["'quoted", "''quoted"],
    ['140000000012', "'140000000012"],
    ['3-4', "'3-4"],
    ['1e5', "'1e5"],
    ['0123', "'0123"],
    ['1400000000', '1400000000'],
    ['8001', '8001'],
    ['T-1', 'T-1'],
    ['https://h.acme.com/?a=1', 'https://h.acme.com/?a=1'],
    ['', ''],
  ])('%j stands in its cell as %j', (text, cell) => expect(guardCell(text)).toBe(cell));

  it('keeps numbers and moments as they are, and tells nothing from an empty text', () => {
    const line = csvLine(['a', '', null, 12, { plain: '2026-11-03 14:05:09' }, null]);
    expect(line).toBe('"a","",,12,2026-11-03 14:05:09,\r\n');
    expect(readCsv(line)).toEqual({
      ok: true,
      value: [['a', '', null, '12', '2026-11-03 14:05:09', null]],
    });
  });

  it('is read as spreadsheets save it too', () => {
    expect(readCsv(`number,url\n'${number},"a ""b"""\n,\n`)).toEqual({
      ok: true,
      value: [
        ['number', 'url'],
        [number, 'a "b"'],
        [null, null],
      ],
    });
    expect(readCsv('a\nb')).toEqual({ ok: true, value: [['a'], ['b']] });
    expect(readCsv('')).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['"a', 1],
    ['a\n"b"c', 2],
    ['a\nb\nc"d"', 3],
  ])('%j is none', (text, line) => expect(readCsv(text)).toEqual({ ok: false, problem: { line } }));

  it('is read in one pass however long a cell is', () => {
    const long = '"'.repeat(400_000);
    expect(readCsv(csvLine([long]))).toEqual({ ok: true, value: [[long]] });
    // One look back for each quote would take minutes, which is longer than a test may.
  });
});
