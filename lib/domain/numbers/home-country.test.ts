import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max';
import { expect, test } from 'vitest';
import { callingCodes } from '#lib/domain/numbers/calling-codes.ts';
import { countryName } from '#lib/domain/numbers/country-name.ts';
import { defaultHomeCountry, homeCountries, isHomeCountry } from '#lib/domain/numbers/home-country.ts';
import { locales } from '#lib/i18n/locale.ts';

test('the list holds the regions of the numbering-plan metadata, each with its calling code', () => {
  expect([...homeCountries].sort()).toEqual([...getCountries()].sort());
  expect(callingCodes).toEqual(
    Object.fromEntries(getCountries().map((region) => [region, getCountryCallingCode(region)])),
  );
});

test('the default is mainland China', () => {
  expect(defaultHomeCountry).toBe('CN');
  expect(countryName('CN', 'en')).toBe('China');
  expect(countryName('CN', 'zh-CN')).toBe('中国');
});

test('every country has a name of its own in each language', () => {
  for (const locale of locales) {
    const names = homeCountries.map((country) => countryName(country, locale));
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /^[A-Z]{2}$/.test(name))).toEqual([]);
  }
});

test.each([
  '',
  'cn',
  'CHN',
  'AQ',
  'constructor',
  '__proto__',
  'toString',
  ' CN',
  null,
  undefined,
  86,
  ['CN'],
])('%j is no home country', (value) => expect(isHomeCountry(value)).toBe(false));
