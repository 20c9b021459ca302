import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSentForm, meaningsIn, type NumberReading, readNumber } from '#lib/domain/numbers/phone-number.ts';
import type { ProblemCode } from '#lib/domain/problem.ts';

const landline = '0086075586013388';

const ready: [typed: string, sent: string][] = [
  ['＋86 (0755) 8601-3388', landline],
  ['86 755 86013388', landline],
  ['0755-86013388', landline],
  ['+86 755 8601 3388', landline],
  ['+86 (0) 755 8601 3388', landline],
  ['0086075586013388', landline],
  ['００８６０７５５８６０１３３８８', landline],
  ['٠٧٥٥٨٦٠١٣٣٨٨', landline],
  ['𝟎𝟕𝟓𝟓 𝟖𝟔𝟎𝟏𝟑𝟑𝟖𝟖', landline],
  ['0755\u200b8601\u00a03388', landline],
  ['\u202a0755 8601 3388\u202c', landline],
  ['tel:+86-755-8601-3388', landline],
  ["'0086075586013388", landline],
  ['【0755】8601.3388', landline],
  ['0755/86013388', landline],
  ['010-86013388', '008601086013388'],
  ['+86 10 8601 3388', '008601086013388'],
  ['86 21 6123 4567', '008602161234567'],
  ['0592-5123456', '008605925123456'],
  ['008618011111111', '008618011111111'],
  ['13800138000', '008613800138000'],
  ['+86 138 0013 8000', '008613800138000'],
  ['8613800138000', '008613800138000'],
  ['+65 6123 4567', '006561234567'],
  ['0065 6123 4567', '006561234567'],
  ['+1 (212) 555-0123', '0012125550123'],
  ['013800138000', '008613800138000'],
  ['+86 0138 0013 8000', '008613800138000'],
  ['+44 (0)20 7946 0958', '00442079460958'],
  ['+44 020 7946 0958', '00442079460958'],
  ['+7 8 495 123-45-67', '0074951234567'],
  ['+1 1 800 555 0199', '0018005550199'],
  ['+54 11 15 2345 6789', '005491123456789'],
  ['011 86 755 8601 3388', landline],
  ['010 86 755 8601 3388', landline],
  ['0011 86 755 8601 3388', landline],
  ['810 86 755 8601 3388', landline],
  ['001 86 138 0013 8000', '008613800138000'],
  ['17951 0755 8601 3388', landline],
  ['电话：0755-86013388', landline],
  ['Tel. +65 6123 4567', '006561234567'],
];

const ask: [typed: string, choices: string[]][] = [
  ['755 8601 3388', [landline, '75586013388']],
  ['6561234567', ['006561234567', '6561234567']],
  ['18005550199', ['008618005550199', '0018005550199', '18005550199']],
  ['1-800-555-0199', ['008618005550199', '0018005550199', '18005550199']],
  ['15558675309', ['008615558675309', '0015558675309', '15558675309']],
  ['1 (401) 555-0142', ['0014015550142', '14015550142']],
  ['34945945945', ['0034945945945', '34945945945']],
  ['66 2 123 4567', ['008606621234567', '006621234567', '6621234567']],
  ['81 3 5234 5678', ['0081352345678', '81352345678']],
  ['886 7 338 1234', ['0088673381234', '88673381234']],
  ['44 020 7946 0958', ['00442079460958', '4402079460958']],
  ['852 2123 4567', ['0085221234567', '85221234567']],
  ['49 151 2345 6789', ['004915123456789', '4915123456789']],
  ['(212) 555-0123', ['008602125550123', '0012125550123', '2125550123']],
  ['800 820 8820', ['00868008208820', '0018008208820', '8008208820']],
  ['+86 86 755 8601 3388', [landline, '00868675586013388']],
  ['+0755 8601 3388', [landline]],
  ['95588', ['95588', '95588']],
  ['951234', ['951234', '951234']],
  ['12345', ['12345', '12345']],
  ['110', ['110', '110']],
  ['400,820,8820', ['00864008208820']],
];

const mend: [typed: string, code: ProblemCode][] = [
  ['1', 'number_too_short'],
  ['+', 'number_too_short'],
  ['+86', 'number_too_short'],
  ['()-', 'number_too_short'],
  ['0755 8601 338B', 'number_has_letters'],
  ['call me', 'number_has_letters'],
  ['０７５５壹', 'number_has_letters'],
  ['0755\u00008601', 'number_has_odd_characters'],
  ['0755\ud8008601', 'number_has_odd_characters'],
  ['86+755', 'number_has_odd_characters'],
  ['++86 755', 'number_has_odd_characters'],
  ['0755*8601', 'number_has_odd_characters'],
  ['1'.repeat(21), 'number_too_long'],
  ['1'.repeat(10_000), 'number_too_long'],
  ['21234567', 'number_area_code_missing'],
  ['8601 3388', 'number_area_code_missing'],
  ['6012 3456', 'number_area_code_missing'],
  ['0412345678', 'number_not_in_plan'],
  ['0812-3456-7890', 'number_not_in_plan'],
  ['15401345678', 'number_not_in_plan'],
  ['+1 1867 5586 0133 88', 'number_not_in_plan'],
  ['8.6E+12', 'number_shortened'],
  ['1,38E+10', 'number_shortened'],
  ['８．６Ｅ＋１２', 'number_shortened'],
  ['8.60755860133e13', 'number_shortened'],
  ['1.38×10^10', 'number_shortened'],
  ['="8.6E+12"', 'number_shortened'],
  ['#N/A', 'number_formula_error'],
  ['#REF!', 'number_formula_error'],
  ['#DIV/0!', 'number_formula_error'],
  ['#¡VALOR!', 'number_formula_error'],
  ['#BEZUG!', 'number_formula_error'],
  ['########', 'number_formula_error'],
  ['Err:502', 'number_formula_error'],
  ['NULL', 'number_no_value'],
  ['(null)', 'number_no_value'],
  ['n/a', 'number_no_value'],
  ['NaN', 'number_no_value'],
  ['\\N', 'number_no_value'],
  ['无', 'number_no_value'],
];

const choicesOf = (reading: NumberReading) => (reading.kind === 'ready' ? [] : meaningsIn(reading));

describe('a typed number', () => {
  it.each(ready)('%s is sent as %s', (typed, sent) => {
    expect(readNumber(typed)).toMatchObject({ kind: 'ready', sent, shape: 'line', inPlan: true });
  });

  it.each(ask)('%s asks which is meant', (typed, choices) => {
    const reading = readNumber(typed);
    expect(reading.kind).toBe('ambiguous');
    expect(choicesOf(reading).map((choice) => choice.sent)).toEqual(choices);
  });

  it.each(mend)('%j says how to mend it', (typed, code) => {
    expect(readNumber(typed)).toMatchObject({ kind: 'invalid', problem: { code, field: 'number' } });
  });

  it.each(['100', '1001', '888888'])('of few digits, %s, is an internal number', (typed) => {
    expect(readNumber(typed)).toMatchObject({ kind: 'ready', sent: typed, shape: 'inner', inPlan: true });
  });

  it.each([
    ['+86 755 860 1338', '00867558601338'],
    ['+86 154 0134 5678', '008615401345678'],
    ['+86 349 4594 5945', '0086034945945945'],
    ['+999 12', '0099912'],
  ])('of an unfamiliar shape, %s, is accepted and marked', (typed, sent) => {
    expect(readNumber(typed)).toMatchObject({ kind: 'ready', sent, inPlan: false });
  });

  it('of a 400 or 800 line is said to be one, since the provider’s form of them is not known', () => {
    for (const typed of ['400-820-8820', '+86 400 820 8820', '800-120-1234'])
      expect(readNumber(typed)).toMatchObject({ kind: 'ready', numberKind: 'service' });
  });

  it.each(['0755 86013388 ext. 12', '0755-86013388转12', '0755 86013388 x12', '(0755)86013388#12'])(
    'with an extension, %s, offers the extension as an internal number first',
    (typed) => {
      expect(readNumber(typed)).toMatchObject({
        kind: 'extension',
        extension: '12',
        choices: [
          { sent: '12', shape: 'inner', because: 'extension' },
          { sent: landline, shape: 'line', because: 'main_line' },
        ],
      });
    },
  );

  it('alone after an extension mark is an internal number', () => {
    expect(readNumber('分机 8001')).toMatchObject({
      kind: 'extension',
      choices: [{ sent: '8001', shape: 'inner' }],
    });
  });

  it('is empty when nothing but blanks was typed', () => {
    expect(readNumber(' \u3000')).toEqual({ kind: 'empty' });
  });

  it.each([
    ['0755-86013388\n13800138000\n', ['0755-86013388', '13800138000']],
    ['0755-86013388，13800138000；+65 6123 4567', ['0755-86013388', '13800138000', '+65 6123 4567']],
    ['13800138000 13900139000', ['13800138000', '13900139000']],
    ['0755-86013388 / 0755-86013389', ['0755-86013388', '0755-86013389']],
  ])('that is a list is offered as several', (typed, numbers) => {
    expect(readNumber(typed)).toEqual({ kind: 'several', numbers });
  });

  it('names the kinds of characters it ignored', () => {
    const reading = readNumber('＋86 (0755)\u200b８６０１3388');
    expect(reading.kind === 'ready' && [...reading.removed].sort()).toEqual([
      'full_width',
      'invisible',
      'punctuation',
      'spaces',
    ]);
  });
});

describe('the sent form', () => {
  const separators = fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u200b', '\u2013', ' (', ') ', '/');

  it('of a landline is the same however it is grouped, marked and punctuated', () => {
    const written = fc.constantFrom(
      '0755',
      '+86755',
      '+860755',
      '860755',
      '00860755',
      '0086755',
      '＋86 0755',
    );
    fc.assert(
      fc.property(written, fc.array(separators, { minLength: 8, maxLength: 8 }), (prefix, gaps) => {
        const typed = prefix + [...'86013388'].map((digit, at) => `${gaps[at]}${digit}`).join('');
        // A point that is the only mark makes a decimal number of it.
        fc.pre(typed.replace(/[^-.\u2013()/]/g, '') !== '.');
        const reading = readNumber(typed);
        // A leading blank group may make the prefix look like a bracketed zero; nothing else may ask.
        expect(reading).toMatchObject({ kind: 'ready', sent: landline });
      }),
    );
  });

  it('of every reading and of every choice is accepted by the server, and reads as itself', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 22 });
    const china = fc
      .tuple(fc.constantFrom('', '0', '86', '+86', '0086', '+860', '00860'), digits)
      .map((p) => p.join(''));
    const typed = fc.oneof(
      digits,
      china,
      fc.tuple(china, fc.constant(' ext 8001')).map((p) => p.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const reading = readNumber(text);
        const sents =
          reading.kind === 'ready' ? [reading.sent] : choicesOf(reading).map((choice) => choice.sent);
        for (const sent of sents) expect([sent, isSentForm(sent)]).toEqual([sent, true]);
      }),
      { numRuns: 5000 },
    );
  });

  it.each(['0755-86013388', '86075586013388 ', '+8675586013388', '', '1', '13800138000', 'x', '１００１'])(
    '%j is not one',
    (text) => expect(isSentForm(text)).toBe(false),
  );

  it('is read without throwing from any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void readNumber(text)),
      { numRuns: 3000 },
    );
  });
});
