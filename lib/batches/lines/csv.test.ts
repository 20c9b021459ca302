import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTable } from '#lib/batches/lines/csv.ts';
import { decodeFile } from '#lib/batches/lines/decode.ts';
import { csvLine } from '#lib/domain/csv.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const fieldsOf = (text: string): string[][] => {
  const table = parseTable(text);
  if (!table.ok) throw new Error(table.problem.code);
  return table.value.records.map(({ fields }) => fields);
};
const faultOf = (text: string) => {
  const table = parseTable(text);
  return table.ok ? null : { code: table.problem.code, ...table.problem.params };
};

describe('a file', () => {
  test('is read as UTF-8, UTF-16 or GB18030, with or without a mark', () => {
    const text = '号码,https://h.acme.com/\r\n';
    const withZeroes = '号码一,https://h.acme.com/\r\n';
    const utf16 = (of: string, littleEndian: boolean, mark: boolean) => {
      const units = [...(mark ? '\ufeff' : ''), ...of].map((each) => each.charCodeAt(0));
      const view = new DataView(new ArrayBuffer(units.length * 2));
      for (const [place, unit] of units.entries()) view.setUint16(place * 2, unit, littleEndian);
      return new Uint8Array(view.buffer);
    };
    const gb = new Uint8Array([0xba, 0xc5, 0xc2, 0xeb, ...bytes(text.slice(2))]);
    const files = [
      [bytes(text), 'utf-8'],
      [bytes(`\ufeff${text}`), 'utf-8'],
      [utf16(text, true, true), 'utf-16le'],
      [utf16(text, false, true), 'utf-16be'],
      [utf16(text, true, false), 'utf-16le'],
      [utf16(text, false, false), 'utf-16be'],
      [gb, 'gb18030'],
    ] as const;
    for (const [file, encoding] of files)
      expect(decodeFile(file)).toEqual({ ok: true, value: { text, encoding } });
    for (const little of [true, false])
      expect(decodeFile(utf16(withZeroes, little, false))).toMatchObject({ value: { text: withZeroes } });
  });

  test('that was cut inside a character still reads as it did up to there', () => {
    const cut = bytes('号码,地址\n主线').slice(0, -1);
    expect(decodeFile(cut)).toEqual({ ok: true, value: { text: '号码,地址\n主\ufffd', encoding: 'utf-8' } });
  });

  const refusalOf = (file: Uint8Array) => {
    const decoded = decodeFile(file);
    return decoded.ok ? 'ok' : { code: decoded.problem.code, ...decoded.problem.params };
  };
  const noText = (line: number, column: number) => ({ code: 'batch_file_no_text', line, column });

  test('that is no text is refused with the line and the byte where it is none', () => {
    expect(refusalOf(bytes('abcd\0b'))).toEqual(noText(1, 5));
    expect(refusalOf(bytes('a\nbc\0b'))).toEqual(noText(2, 3));
    expect(refusalOf(new Uint8Array([0xff, 0xff, 0xff, 0x80]))).toEqual(noText(1, 1));
  });

  test.each([
    ['UTF-8', [...bytes('号码,x\r\n号'), 0xff, ...bytes('码\r\nc')], noText(2, 4)],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...bytes('a\rb'), 0xc0, 0x0a], noText(2, 2)],
    ['GB18030', [0xba, 0xc5, 0x0a, 0xc2, 0xeb, 0xff, 0xff], noText(2, 3)],
    ['UTF-16', [0xff, 0xfe, 0x61, 0, 0x0d, 0, 0x0a, 0, 0x62, 0, 0, 0xdc, 0x63, 0], noText(2, 4)],
    ['UTF-16, cut within a character', [0xfe, 0xff, 0, 0x61, 0, 0x0a, 0x62], noText(2, 1)],
    ['UTF-16, beginning with half of one', [0xff, 0xfe, 0x0a, 0x0a, 0x0a, 0, 0, 0xdc, 0x61, 0], noText(2, 2)],
  ])('of %s is told where a byte is wrong', (_name, file, refusal) =>
    expect(refusalOf(new Uint8Array(file))).toEqual(refusal),
  );

  test('that is too large is told where its limit is', () => {
    const limit = 5 * 2 ** 20;
    const tooLarge = { code: 'batch_file_too_large', limit: 5 };
    expect(refusalOf(new Uint8Array(limit + 1))).toEqual({ ...tooLarge, line: 1, column: limit + 1 });
    const lines = bytes('12345678\r\n'.repeat(limit / 10 + 1));
    expect(refusalOf(lines)).toEqual({ ...tooLarge, line: limit / 10 + 1, column: 1 });
  });
});

/** Without the blank fields at its end. */
const withoutEnd = (row: readonly string[]) =>
  row
    .slice(0, row.findLastIndex((field) => field.trim() !== '') + 1)
    .map((field) => (field.trim() ? field : ''));

describe('rows', () => {
  test.each([
    ['commas', 'a,b\n1,2'],
    ['semicolons', 'a;b\r\n1;2\r\n'],
    ['tabs', 'a\tb\r1\t2'],
    ['quotes', '"a","b"\n"1","2"\n'],
    ['blank lines', '\n\na,b\n,\n\n1,2\n'],
    ['apostrophes of an export', "'a,b\n'1,2"],
  ])('are separated by %s', (_name, text) =>
    expect(fieldsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]),
  );

  test.each([
    ['0755 8601 3388\thttps://h.acme.com/?a=1,2,3', 'https://h.acme.com/?a=1,2,3'],
    ['0755 8601 3388,https://h.acme.com/a;b;c', 'https://h.acme.com/a;b;c'],
    ['0755 8601 3388;https://h.acme.com/a,b,c', 'https://h.acme.com/a,b,c'],
    ['0755 8601 3388 https://h.acme.com/?a=1,2', 'https://h.acme.com/?a=1,2'],
    ['sep=;\r\n0755 8601 3388;https://h.acme.com/', 'https://h.acme.com/'],
  ])('are not cut inside a URL: %j', (text, url) =>
    expect(fieldsOf(text)).toEqual([['0755 8601 3388', url]]),
  );

  test('count the line that Excel puts first', () =>
    expect(parseTable('sep=;\na;b')).toEqual({
      ok: true,
      value: {
        delimiter: ';',
        records: [{ line: 2, width: 2, fields: ['a', 'b'], isQuoted: [false, false] }],
      },
    }));

  test('keep line breaks, separators and quotes inside quotes, and know where they begin', () => {
    const table = parseTable('a,b\n"x\r\ny","say ""hi"", please"\nz,w');
    expect(table).toMatchObject({
      value: {
        records: [
          { line: 1 },
          { line: 2, fields: ['x\r\ny', 'say "hi", please'] },
          { line: 4, fields: ['z', 'w'] },
        ],
      },
    });
  });

  test('are a plain list of numbers, or numbers and URLs with a blank between', () => {
    expect(fieldsOf('0755 8601 3388\n+65 6123 4567')).toEqual([['0755 8601 3388'], ['+65 6123 4567']]);
    expect(fieldsOf('0755 8601 3388  https://h.acme.com/in\n')).toEqual([
      ['0755 8601 3388', 'https://h.acme.com/in'],
    ]);
  });

  const faultsOf = (text: string) => {
    const table = parseTable(text);
    if (!table.ok) throw new Error(table.problem.code);
    return table.value.records.flatMap(({ line, faults = [] }) =>
      faults.map(({ field, problem }) => ({ of: line, field, code: problem.code, ...problem.params })),
    );
  };

  test('say where they are wrong, each with its line, and the others are read', () => {
    expect(faultsOf('a,b\nc,"d\ne,f')).toEqual([
      { of: 2, field: 1, code: 'batch_quote_open', line: 2, column: 3 },
    ]);
    expect(fieldsOf('a,b\nc,"d\ne,f')).toEqual([
      ['a', 'b'],
      ['c', '"d'],
      ['e', 'f'],
    ]);
    expect(faultsOf(`a\n${'x'.repeat(4097)}\nb`)).toMatchObject([
      { of: 2, code: 'batch_field_too_long', line: 2, column: 1 },
    ]);
    expect(faultsOf(`a,${'号'.repeat(1400)}`)).toMatchObject([{ code: 'batch_field_too_long', column: 3 }]);
    expect(faultsOf(`a\n${'b,'.repeat(101)}\nc`)).toMatchObject([
      { of: 2, field: -1, code: 'batch_too_many_columns', line: 2, column: 201 },
    ]);
    expect(faultsOf(`a\n${','.repeat(200)}b`)).toEqual([]);
    expect(faultsOf('1,"VIP\n0755-86013310,U\n2"')).toMatchObject([
      { code: 'batch_quote_swallows', lines: 2 },
    ]);
    expect(faultOf('1\n'.repeat(20_202))).toMatchObject({ code: 'batch_too_many_rows', line: 20_201 });
  });

  test('that never end are read within a second', () => {
    expect(faultsOf(`"${'x'.repeat(5_000_000)}`)).toMatchObject([{ code: 'batch_field_too_long' }]);
    expect(faultsOf(`${','.repeat(5_000_000)}x`)).toMatchObject([{ code: 'batch_too_many_columns' }]);
    expect(faultOf('1\n'.repeat(1_000_000))?.code).toBe('batch_too_many_rows');
    expect(fieldsOf(`${'"'.repeat(1_000_001)}`)).toHaveLength(1);
    expect(fieldsOf(`${'"a,'.repeat(90)}\n`.repeat(15_000))).toHaveLength(15_000);
    // Of quotes that open and never close none looks at the rest of the text again.
    expect(fieldsOf(`${'x"",'.repeat(50)}"\n`.repeat(15_000)).length).toBeGreaterThan(0);
  });

  test('come back as an export wrote them', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.toWellFormed());
    const row = fc.array(cell, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        // A lone number and a URL would be taken for pasted; a row of blanks for none; three separators can outvote one.
        fc.pre(rows.every((fields) => fields.some((field) => field.trim() !== '')));
        expect(fieldsOf(rows.map((fields) => csvLine(fields)).join(''))).toEqual(rows.map(withoutEnd));
      }),
      { numRuns: 500 },
    );
  });
});
