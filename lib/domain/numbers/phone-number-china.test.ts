import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { areaCodeOf, isLandline, isMobile } from '#lib/domain/numbers/phone-number-china.ts';

const second = (national: string) => parsePhoneNumberFromString(`+86${national}`)?.getType();
const area = fc.integer({ min: 10, max: 999 }).map(String);
const subscriber = fc
  .tuple(fc.constantFrom(...'2345678'), fc.stringMatching(/^[0-9]{6,7}$/))
  .map((parts) => parts.join(''));

describe('the numbering plan of China', () => {
  it('knows every area code and landline that libphonenumber knows', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(area, subscriber, (code, rest) => {
        // Shorter ones are service codes dialled inside an area, such as 95588.
        if (code.length + rest.length < 10 || second(code + rest) !== 'FIXED_LINE') return;
        seen.add(code);
        expect([code + rest, isLandline(code + rest)]).toEqual([code + rest, true]);
      }),
      { numRuns: 4000 },
    );
    expect(seen.size).toBeGreaterThan(150);
  });

  it('takes no mobile for a landline and no landline for a mobile', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9][0-9]{9}$/), (number) => {
        expect([isMobile(number), isLandline(number)]).toEqual([true, false]);
      }),
    );
    expect(isMobile('1086013388')).toBe(false);
  });

  it('asks for eight digits where the area has them', () => {
    expect(isLandline('75586013388')).toBe(true);
    expect(isLandline('7558601338')).toBe(false);
    expect(isLandline('5925123456')).toBe(true);
  });

  it.each(['', '2', '26', '40', '400', '000', '13'])('finds no area code in %j', (text) => {
    expect(areaCodeOf(text)).toBeNull();
  });
});
