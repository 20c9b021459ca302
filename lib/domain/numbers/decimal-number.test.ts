import { describe, expect, it } from 'vitest';
import { meaningsIn, readNumber } from '#lib/domain/numbers/phone-number.ts';
import { searchKeys } from '#lib/domain/numbers/phone-number-search.ts';

const codeOf = (typed: string) => {
  const reading = readNumber(typed);
  return reading.kind === 'invalid' ? reading.problem.code : reading.kind;
};

describe('a decimal number', () => {
  it.each([
    '3.14159',
    '3.14',
    '-3.14',
    '+3.14159',
    '0.5',
    '.0755',
    '0.75586013388',
    '0.13800138000',
    '8001.5',
    '8001.25',
    '8.001',
    '95588.5',
    '10086.9',
    '13800138000.5',
    '-13800138000.25',
    '138 0013 8000.5',
    '3.141592653',
    '86.75586013388',
    '138001.38000',
    '1,234.5',
    '1,234.50',
    '12,34,567.50',
    "1'234.5",
    '1 234,5',
    '1.234,56',
    '13,800,138,000.5',
    '13.800.138.000,5',
    '3,14',
    '3,14159',
    '0,5',
    '0,755',
    '8001,5',
    '13800138000,50',
    '3·14',
    '3。14',
    '３．１４',
    '٣٫١٤',
    '电话 3.14',
    '="3.14"',
  ])('%s is refused as such', (typed) => {
    expect(codeOf(typed)).toBe('number_is_decimal');
  });

  it('names itself, so that a person finds it in a table', () => {
    expect(readNumber(' 3.14159 ')).toMatchObject({ problem: { params: { text: '3.14159' } } });
  });

  it('is not called by the digits of a number that the app has', () => {
    expect(readNumber('3.14159')).toMatchObject({ digits: '' });
  });

  it.each(['1.38001E+10', '1,38E+10', '8.60755860133885E+13', '1.5E3', '8.6×10^12'])(
    '%s has lost its digits',
    (typed) => expect(codeOf(typed)).toBe('number_shortened'),
  );

  it.each([
    ['8001.0', '8001'],
    ['8001.00', '8001'],
    ['8,001.0', '8001'],
    ['8.001,00', '8001'],
    ['13800138000.0', '008613800138000'],
    ['13,800,138,000.00', '008613800138000'],
    ['13 800 138 000,00', '008613800138000'],
  ])('%s loses the zeros that a spreadsheet put behind it', (typed, sent) => {
    expect(readNumber(typed)).toMatchObject({ kind: 'ready', sent });
  });

  it.each([
    ['+86.13800138000', '008613800138000'],
    ['+1.8005550199', '0018005550199'],
    ['0086.75586013388', '0086075586013388'],
    ['0755.86013388', '0086075586013388'],
    ['020.79460958', '008602079460958'],
    ['138.0013.8000', '008613800138000'],
    ['13.800.138.000', '008613800138000'],
    ['【0755】8601.3388', '0086075586013388'],
    ['0755-8601.3388', '0086075586013388'],
    ['8,001', '8001'],
  ])('is not %s: points and commas stand between its groups', (typed, sent) => {
    expect(meaningsIn(readNumber(typed)).map((meaning) => meaning.sent)).toContain(sent);
  });

  it.each(['8001,8002', '12,34', '13800138000,13900139000'])('is not the list %s', (typed) => {
    expect(codeOf(typed)).not.toBe('number_is_decimal');
  });

  it('is still searched for by its digits: a search never asks', () => {
    expect(searchKeys('138001.38000')).toEqual(['13800138000']);
  });
});
