import { expect, test } from 'vitest';
import { countryOptions, matchCountries } from '#components/form/country-options.ts';
import { homeCountries } from '#lib/domain/numbers/home-country.ts';

const english = countryOptions('en');
const found = (typed: string, options = english) =>
  matchCountries(options, typed).map(({ country }) => country);

test('every country is offered, in the order of the language', () => {
  expect(found('')).toHaveLength(homeCountries.length);
  expect(found('  ')).toHaveLength(homeCountries.length);
  expect(english[0]?.name).toBe('Afghanistan');
  expect(countryOptions('zh-CN').find(({ country }) => country === 'ID')?.name).toBe('印度尼西亚');
});

test.each([
  ['china', 'CN'],
  ['CHINA', 'CN'],
  ['中国', 'CN'],
  ['cn', 'CN'],
  ['uk', 'GB'],
  ['united kingdom', 'GB'],
  ['kingdom united', 'GB'],
  ['cote d', 'CI'],
  ['türk', 'TR'],
  ['turk', 'TR'],
  ['hong kong', 'HK'],
  ['in', 'IN'],
  ['印度尼西亚', 'ID'],
  ['86', 'CN'],
  ['+62', 'ID'],
  ['0062', 'ID'],
  ['００６２', 'ID'],
  ['+ 65', 'SG'],
])('%s finds %s first', (typed, country) => expect(found(typed)[0]).toBe(country));

test('a calling code that several share finds them all', () => {
  expect(found('+1')).toEqual(expect.arrayContaining(['US', 'CA', 'JM', 'PR']));
  expect(found('44')).toEqual(expect.arrayContaining(['GB', 'GG', 'IM', 'JE']));
});

test.each(['xyzzy', '+999', '99999', '.*', '\\', 'CN DE FR'])('%s finds nothing', (typed) =>
  expect(found(typed)).toEqual([]),
);

test('names are found in the other language too', () => {
  expect(found('indonesia', countryOptions('zh-CN'))[0]).toBe('ID');
  expect(found('英国')[0]).toBe('GB');
});
