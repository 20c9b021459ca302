import { areaCodeOf, isLandline, isMobile, isServiceNumber } from '#lib/domain/numbers/phone-number-china.ts';

/** Country codes of one and two digits (ITU-T E.164 list); all others have three. */
const twoDigitCodes = new Set(
  (
    '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 ' +
    '90 91 92 93 94 95 98'
  ).split(' '),
);

function countryCodeLength(digits: string): number {
  if (/^[17]/.test(digits)) return 1;
  return twoDigitCodes.has(digits.slice(0, 2)) ? 2 : 3;
}

/** Cuts digits into groups of four from the right; a group is never a single digit. */
function inFours(digits: string): string[] {
  if (digits.length <= 5) return digits === '' ? [] : [digits];
  const first = digits.length % 4 === 1 ? 5 : digits.length % 4 || 4;
  const rest = digits.slice(first).match(/.{4}/g) ?? [];
  return [digits.slice(0, first), ...rest];
}

function nationalGroups(national: string): string[] {
  const bare = national.startsWith('0') ? national.slice(1) : national;
  const area = isLandline(bare) ? areaCodeOf(bare) : null;
  if (area !== null) {
    const head = national.startsWith('0') ? `0${area}` : area;
    return [head, ...inFours(bare.slice(area.length))];
  }
  const head = isMobile(national) || isServiceNumber(national) ? 3 : 0;
  return head === 0 ? inFours(national) : [national.slice(0, 3), ...inFours(national.slice(3))];
}

/**
 * A sent number in groups for reading: 0086 0755 8601 3388. Joined without blanks the groups are the sent form, so
 * draw the gaps with style, not with characters, and a copy is exact.
 */
export function numberGroups(sent: string): string[] {
  if (!sent.startsWith('00')) return nationalGroups(sent);
  const code = sent.slice(2, 2 + countryCodeLength(sent.slice(2)));
  const rest = sent.slice(2 + code.length);
  if (code === '86') return [`00${code}`, ...nationalGroups(rest)];
  // North America writes 555 867 5309.
  const northAmerican = code === '1' ? /^(\d{3})(\d{3})(\d{4})$/.exec(rest) : null;
  return [`00${code}`, ...(northAmerican?.slice(1) ?? inFours(rest))];
}

/** The groups as one text with blanks, where only a text will do (titles, announcements). */
export const formatNumber = (sent: string): string => numberGroups(sent).join(' ');
