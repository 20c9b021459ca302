import fc from 'fast-check';
import examples from 'libphonenumber-js/examples.mobile.json';
import { describe, expect, it } from 'vitest';
import { callingCodes } from '#lib/domain/numbers/calling-codes.ts';
import { homeCountries } from '#lib/domain/numbers/home-country.ts';
import { candidatesOf, settleByKnown } from '#lib/domain/numbers/known-numbers.ts';
import { choiceKey, meaningGroup } from '#lib/domain/numbers/number-meaning.ts';
import { meaningsIn, readNumber } from '#lib/domain/numbers/phone-number.ts';

const landline = '0086075586013388';
const sentsOf = (typed: string, home?: 'GB' | 'ID' | 'US' | 'SG' | 'JP' | 'HK') =>
  meaningsIn(readNumber(typed, home ? { home } : {})).map(({ sent }) => sent);
const changesOf = (typed: string) =>
  meaningsIn(readNumber(typed))[0]?.changes.map(({ act, what, digits }) => `${act} ${what} ${digits}`);

describe('what a spreadsheet did to a number', () => {
  it.each([
    ['+6561234567.0', '006561234567'],
    ['0086075586013388.0', landline],
    ['13800138000.0', '008613800138000'],
    ['13800138000.00', '008613800138000'],
    ['13800138000,0', '008613800138000'],
    ['86075586013388．0', landline],
    ['13,800,138,000.00', '008613800138000'],
    ['8001.0', '8001'],
  ])('%s loses its decimals, and they are named', (typed, sent) => {
    expect(readNumber(typed)).toMatchObject({ kind: 'ready', sent });
    expect(changesOf(typed)?.[0]).toMatch(/^removed spreadsheet_decimals 0+$/);
  });

  it('keeps the zeros of a number that is written with points', () => {
    expect(sentsOf('+33 1.42.68.53.00')).toEqual(['0033142685300']);
    expect(sentsOf('+86.138.0013.8000')).toEqual(['008613800138000']);
  });

  it.each([
    '="0086075586013388"',
    "='0086075586013388",
    "'0086075586013388",
    '"0086075586013388"',
    '"=""0086075586013388"""',
    '=0086075586013388',
    '“0086075586013388”',
  ])('%s is read as its text', (typed) => {
    expect(readNumber(typed)).toMatchObject({ kind: 'ready', sent: landline });
  });

  it('writes out a power of ten that has all its digits, and says so', () => {
    expect(readNumber('8.6075586013388E+13')).toMatchObject({ kind: 'ready', sent: landline });
    expect(changesOf('8.6075586013388E+13')?.[0]).toBe('removed exponent 13');
  });

  it.each([
    ['13,800,138,000', '008613800138000'],
    ['13，800，138，000', '008613800138000'],
    ['13.800.138.000', '008613800138000'],
    ["13'800'138'000", '008613800138000'],
    ['138,0013,8000', '008613800138000'],
    ['13,80,01,38,000', '008613800138000'],
    ['0755,8601,3388', landline],
    ['8,001', '8001'],
  ])('%s is one number', (typed, sent) => {
    expect(readNumber(typed)).toMatchObject({ kind: 'ready', sent });
  });

  it.each([
    ['8001,8002', ['8001', '8002']],
    ['101,102,103', ['101', '102', '103']],
    ['13800138000,13900139000,13700137000', ['13800138000', '13900139000', '13700137000']],
    ['0755-86013388, 86013399', ['0755-86013388', '0755-86013399']],
    ['0755-86013388/86013399', ['0755-86013388', '0755-86013399']],
  ])('%s is a list', (typed, numbers) => {
    expect(readNumber(typed)).toEqual({ kind: 'several', numbers });
  });

  it('asks where commas may stand between groups or between numbers', () => {
    expect(readNumber('12,345')).toMatchObject({ kind: 'ambiguous', list: ['12', '345'] });
    expect(readNumber('400,820,8820')).toMatchObject({ kind: 'ambiguous', list: ['400', '820', '8820'] });
  });
});

describe('an extension', () => {
  it.each([
    ['+19052223333;ext=555', '555', '0019052223333'],
    ['tel:+1-905-222-3333;ext=555', '555', '0019052223333'],
    ['0571-63663699-5859', '5859', '0086057163663699'],
    ['0755-86013388 (8001)', '8001', landline],
    ['0755-86013388（8001）', '8001', landline],
    ['400-123-4567-8001', '8001', '00864001234567'],
    ['0755-86013388,,8001#', '8001', landline],
    ['13800138000p8001', '8001', '008613800138000'],
    ['+44 20 7946 0958 w 8001', '8001', '00442079460958'],
    ['0755 86013388*8001', '8001', landline],
    ['0755-86013388分机：8001', '8001', landline],
    ['0755-86013388 转接 8001', '8001', landline],
    ['+7 495 123-45-67 доб. 123', '123', '0074951234567'],
    ['+49 30 12345678 Durchwahl 55', '55', '00493012345678'],
    ['+33 1 42 68 53 00 poste 12', '12', '0033142685300'],
    ['+55 11 2345-6789 ramal 44', '44', '00551123456789'],
    ['+81 3-5234-5678 内線 12', '12', '0081352345678'],
    ['+82 2-312-3456 내선 12', '12', '008223123456'],
    ['13800138000-1234', '1234', '008613800138000'],
  ])('in %s is %s behind %s', (typed, extension, main) => {
    const reading = readNumber(typed);
    expect(reading).toMatchObject({ kind: 'extension', extension });
    expect(meaningsIn(reading).map(({ sent, because }) => [sent, because])).toEqual([
      [extension, 'extension'],
      [main, 'main_line'],
    ]);
  });

  it('is none where the digits belong to the number', () => {
    expect(readNumber('+49 30 123456-12')).toMatchObject({ kind: 'ready', sent: '00493012345612' });
    expect(readNumber('+39 06 1234-5678')).toMatchObject({ kind: 'ready', sent: '00390612345678' });
    expect(readNumber('138-0013-8000')).toMatchObject({ kind: 'ready', sent: '008613800138000' });
  });

  it('of RFC 3966 comes with parameters that are put in front or named', () => {
    expect(sentsOf('tel:86013388;phone-context=+86755')).toEqual([landline]);
    expect(changesOf('tel:+8675586013388;isub=12')).toContain('removed parameters 12');
  });
});

describe('the home country', () => {
  it('completes what is valid in no other reading', () => {
    expect(readNumber('0812-3456-7890', { home: 'ID' })).toMatchObject({
      kind: 'ready',
      sent: '006281234567890',
    });
    expect(readNumber('6123 4567', { home: 'SG' })).toMatchObject({ kind: 'ready', sent: '006561234567' });
    expect(readNumber('44 20 7946 0958', { home: 'GB' })).toMatchObject({
      kind: 'ready',
      sent: '00442079460958',
    });
  });

  it('only orders what is valid elsewhere as well', () => {
    expect(sentsOf('020 7946 0958', 'GB').slice(0, 2)).toEqual(['00442079460958', '008602079460958']);
    expect(sentsOf('18005550199', 'US').slice(0, 2)).toEqual(['0018005550199', '008618005550199']);
    expect(sentsOf('18005550199').slice(0, 2)).toEqual(['008618005550199', '0018005550199']);
  });

  it('asks for a number that is valid only elsewhere', () => {
    for (const typed of ['020 8601 3388', '13800138000', '86 755 8601 3388', '400-820-8820'])
      expect(readNumber(typed, { home: 'US' })).toMatchObject({ kind: 'ambiguous' });
  });

  it('decides whether its own exit code or 00 is meant', () => {
    expect(sentsOf('001 65 8234 5678', 'HK')).toEqual(['0016582345678', '006582345678']);
    expect(sentsOf('001 65 8234 5678')).toEqual(['0016582345678']);
  });
});

describe('a number without plus, of any region', () => {
  it('is never silently another one, and its right meaning is always offered', () => {
    const silently: string[] = [];
    const missing: string[] = [];
    for (const region of homeCountries) {
      const code = callingCodes[region];
      const typed = code + examples[region];
      const sent = code === '86' ? `0086${examples[region]}` : `00${typed}`;
      const reading = readNumber(typed);
      if (reading.kind === 'ready' && reading.sent !== sent) silently.push(typed);
      if (!meaningsIn(reading).some((meaning) => meaning.sent === sent)) missing.push(typed);
      for (const prefix of ['+', '00'])
        expect(readNumber(prefix + typed)).toMatchObject({ kind: 'ready', sent });
    }
    expect({ silently, missing }).toEqual({ silently: [], missing: [] });
  });
});

describe('what an app already has', () => {
  const known = (...numbers: string[]) => new Map(numbers.map((number) => [number, null]));

  it('settles a question where one of the meanings is there', () => {
    const reading = readNumber('18005550199');
    expect(candidatesOf(reading)).toEqual(['008618005550199', '0018005550199', '18005550199']);
    expect(settleByKnown(reading, known('0018005550199'))).toMatchObject({
      kind: 'ready',
      sent: '0018005550199',
      settledBy: 'known',
    });
    expect(settleByKnown(reading, known('0018005550199', '008618005550199'))).toBe(reading);
    expect(settleByKnown(reading, known('0086075586013388'))).toBe(reading);
  });

  it('settles the type of a short number by how it was bound', () => {
    const reading = readNumber('95588');
    expect(settleByKnown(reading, known('95588'))).toBe(reading);
    const settled = settleByKnown(reading, new Map([['95588', 'line' as const]]));
    expect(settled).toMatchObject({ kind: 'ready', shape: 'line', settledBy: 'known' });
  });

  it('keeps a number as the provider writes it, digit by digit', () => {
    for (const typed of ['13800138000', '86013388', '4008208820'])
      expect(settleByKnown(readNumber(typed), known(typed))).toMatchObject({ kind: 'ready', sent: typed });
    expect(settleByKnown(readNumber('13800138000'), known('008613800138000'))).toMatchObject({
      settledBy: 'home',
    });
  });

  it('changes nothing where a plus or 00 has settled it', () => {
    for (const typed of ['+65 6123 4567', '0065 6123 4567', '0755-86013388 转 8001'])
      expect(candidatesOf(readNumber(typed))).toEqual([]);
  });
});

describe('meanings of one kind', () => {
  it('have one name, so that a question can be asked once for all of them', () => {
    const groups = (typed: string) => meaningsIn(readNumber(typed)).map(meaningGroup);
    expect(groups('18005550199')).toEqual(['CN mobile', '+1', 'as_typed']);
    expect(groups('18015550199')).toEqual(groups('18005550199'));
    expect(groups('95588')).toEqual(['short', 'internal']);
    expect(groups('755 8601 3388')).toEqual(['CN landline', 'as_typed']);
  });

  it('are told apart by what is sent and by the type', () => {
    expect(meaningsIn(readNumber('95588')).map(choiceKey)).toEqual(['95588', '95588 inner']);
  });
});

describe('every digit', () => {
  const count = (text: string) => {
    const digits = [...text];
    return Object.fromEntries(
      [...'0123456789'].map((digit) => [digit, digits.filter((one) => one === digit).length]),
    );
  };

  it('that was typed is in what is sent, or is named as left out; what was added is named', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 16 });
    const prefix = fc.constantFrom(
      '',
      '+',
      '00',
      '011',
      '0',
      '86',
      '+86',
      '+860',
      '+44 (0)',
      '1',
      '+54 11 15',
    );
    const suffix = fc.constantFrom('', '.0', ' ext 12', '-8001', ' (12)', ';ext=5', ';isub=7', ',,44#');
    const text = fc.tuple(prefix, digits, suffix).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (typed) => {
        for (const { sent, changes } of meaningsIn(readNumber(typed))) {
          const of = (act: 'added' | 'removed') =>
            changes.flatMap((change) => (change.act === act ? change.digits : [])).join('');
          const before = typed.replace(/\D/g, '') + of('added');
          expect([typed, sent, count(before)]).toEqual([typed, sent, count(sent + of('removed'))]);
        }
      }),
      { numRuns: 4000, seed: 7 },
    );
  });
});
