import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, numberGroups } from '#lib/domain/numbers/phone-number-format.ts';
import { numberKey, searchKeys } from '#lib/domain/numbers/phone-number-search.ts';

const finds = (query: string, stored: string) => searchKeys(query).some((run) => stored.includes(run));

describe('searching a number', () => {
  it.each([
    '755-8601 3388',
    '+86 755 8601 3388',
    '0086075586013388',
    '075586013388',
    '86 755 86013388',
    '8601-3388',
    '＋８６ 0755',
    '+86 755',
    '0755',
    '0086 755',
    '(0755) 8601',
  ])('as %s finds 0086075586013388', (query) => {
    expect(finds(query, '0086075586013388')).toBe(true);
  });

  it.each([
    ['138 0013 8000', '008613800138000'],
    ['013800138000', '008613800138000'],
    ['+65 6123 4567', '006561234567'],
    ['65 6123 4567', '006561234567'],
    ['1001', '1001'],
    ['18005550199', '0018005550199'],
    ['18005550199', '008618005550199'],
    ['44 020 7946 0958', '00442079460958'],
    ['+44 (0)20 7946 0958', '00442079460958'],
    ['020 7946 0958', '00442079460958'],
    ['011 86 755 8601 3388', '0086075586013388'],
    ['0011 44 20 7946 0958', '00442079460958'],
    ['17951 0755 8601 3388', '0086075586013388'],
    ['+86 86 755 8601 3388', '0086075586013388'],
    ['0571-63663699-5859', '0086057163663699'],
    ['+19052223333;ext=555', '0019052223333'],
    ['0755-86013388 转 8001', '0086075586013388'],
    ['13800138000.0', '008613800138000'],
    ['="0086075586013388"', '0086075586013388'],
    ['13,800,138,000', '008613800138000'],
    ['+54 11 15 2345 6789', '005491123456789'],
    ['95588', '95588'],
    ['75586013388', '75586013388'],
    ['8.6075586013388E+13', '0086075586013388'],
  ])('as %s finds %s', (query, stored) => expect(finds(query, stored)).toBe(true));

  it.each(['75586013389', '+86 20 8601 3388', '400'])('as %s does not find 0086075586013388', (query) => {
    expect(finds(query, '0086075586013388')).toBe(false);
  });

  it('looks for as few runs of digits as find everything', () => {
    expect(searchKeys('18005550199')).toEqual(['18005550199']);
    expect(searchKeys('0755-86013388 转 8001')).toEqual(['75586013388']);
    expect(searchKeys('0755')).toEqual(['0755']);
  });

  it.each(['', '12', 'acme', 'a1b2c3d4', '%', '__', '#4711', '8.6E+12', 'NULL'])(
    'is not what %j does',
    (query) => {
      expect(searchKeys(query)).toEqual([]);
    },
  );

  it('gives one key to every way of writing a number', () => {
    const written = ['0086075586013388', '+8675586013388', '8675586013388', '075586013388', '75586013388'];
    expect(new Set(written.map(numberKey))).toEqual(new Set(['75586013388']));
  });
});

describe('a number in groups', () => {
  it.each([
    ['0086075586013388', '0086 0755 8601 3388'],
    ['008605925123456', '0086 0592 512 3456'],
    ['008613800138000', '0086 138 0013 8000'],
    ['00864001234567', '0086 400 123 4567'],
    ['006561234567', '0065 6123 4567'],
    ['0012125550123', '001 212 555 0123'],
    ['1001', '1001'],
  ])('%s reads %s', (sent, shown) => expect(formatNumber(sent)).toBe(shown));

  it('is the sent form again when the groups are joined', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,20}$/), (sent) => {
        expect(numberGroups(sent).join('')).toBe(sent);
        expect(numberGroups(sent)).not.toContain('');
      }),
    );
  });
});
