import fc from 'fast-check';
import examples from 'libphonenumber-js/examples.mobile.json';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { callingCodes } from '#lib/domain/numbers/calling-codes.ts';
import { type HomeCountry, homeCountries } from '#lib/domain/numbers/home-country.ts';
import {
  callingCodeAt,
  findInPlan,
  foreignExitCodes,
  nationalForms,
  trunkVariant,
} from '#lib/domain/numbers/numbering-plan.ts';
import { planRegions } from '#lib/domain/numbers/plan-metadata.ts';

const exampleOf = (region: HomeCountry): string => examples[region];

describe('the numbering plans', () => {
  it('cover every region that can be a home country', () => {
    expect([...planRegions].sort()).toEqual([...homeCountries].sort());
  });

  it('judge numbers near an example of any region as the library they come from does', () => {
    const near = fc
      .tuple(
        fc.constantFrom(...homeCountries),
        fc.nat(),
        fc.nat({ max: 99 }),
        fc.integer({ min: -2, max: 1 }),
      )
      .map(([region, at, digits, length]) => {
        const example = exampleOf(region);
        const place = at % Math.max(1, example.length - 1);
        const edited = example.slice(0, place) + String(digits).padStart(2, '0') + example.slice(place + 2);
        return [callingCodes[region], edited.slice(0, edited.length + length).padEnd(4, '7')] as const;
      });
    fc.assert(
      fc.property(near, ([code, national]) => {
        const theirs = parsePhoneNumberFromString(`+${code}${national}`);
        // Their parser takes a trunk prefix off before it judges.
        const isTheirs = theirs?.isValid() === true && theirs.nationalNumber === national;
        const ours = findInPlan(code, national);
        expect([code, national, ours !== null]).toEqual([code, national, isTheirs]);
        if (ours) expect([code, national, ours.region]).toEqual([code, national, theirs?.country ?? null]);
      }),
      { numRuns: 3000, seed: 7 },
    );
  });

  it.each([
    ['8675586013388', '86'],
    ['18005550199', '1'],
    ['3530', '353'],
    ['80012345678', '800'],
    ['999', null],
    ['', null],
  ])('find the calling code at the beginning of %j', (digits, code) => {
    expect(callingCodeAt(digits)).toBe(code);
  });

  it.each([
    ['44', '02079460958', { national: '2079460958', removed: '0', added: '' }],
    ['7', '84951234567', { national: '4951234567', removed: '8', added: '' }],
    ['54', '111523456789', { national: '91123456789', removed: '15', added: '9' }],
    ['36', '0612345678', { national: '12345678', removed: '06', added: '' }],
    ['39', '0612345678', null],
  ])('take off what +%s %s has only inside the country', (code, national, variant) => {
    expect(trunkVariant(code, national)).toEqual(variant);
  });

  it('know a number with and without the prefix of its country, and which of the two is complete', () => {
    const forms = (region: string, digits: string) =>
      nationalForms(region, digits).map(({ national, complete }) => [national, complete]);
    expect(forms('GB', '02079460958')).toEqual([['2079460958', true]]);
    expect(forms('GB', '2079460958')).toEqual([['2079460958', false]]);
    expect(forms('SG', '61234567')).toEqual([['61234567', true]]);
    expect(forms('XX', '61234567')).toEqual([]);
  });

  it.each([
    ['011867558601', ['011']],
    ['0011867558601', ['0011']],
    ['8108675586', ['810']],
    ['0755860133', []],
    ['02079460958', []],
    ['1380013800', []],
  ])('know the exit codes at the beginning of %s', (digits, codes) => {
    expect(foreignExitCodes(digits)).toEqual(expect.arrayContaining(codes));
    if (codes.length === 0) expect(foreignExitCodes(digits)).toEqual([]);
  });
});
