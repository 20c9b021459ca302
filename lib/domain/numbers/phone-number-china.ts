/**
 * What China's numbering plan says about a national number, as far as it settles how to send it. Area codes are
 * those of the public plan: 10, 2x, and three digits by the table below (first two digits: allowed third ones).
 */
const areaTable =
  '31:0123456789 33:5 34:9 35:0123456789 37:012345679 39:1234568 41:1256789 42:179 43:123456789 45:123456789 ' +
  '46:4789 47:0123456789 48:23 51:0123456789 52:37 53:0123456789 54:36 55:0123456789 56:12346 57:0123456789 ' +
  '58:0 59:123456789 63:1235 66:0238 69:12 70:1 71:0123456789 72:248 73:01456789 74:3456 75:0123456789 ' +
  '76:023689 77:0123456789 79:0123456789 81:23678 82:567 83:0123456789 85:1456789 87:0123456789 88:3678 ' +
  '89:12345678 90:123689 91:12345679 93:0123456789 94:13 95:12345 97:0123456789 99:0123456789';

const areas = new Map(
  areaTable.split(' ').map((entry): [string, string] => [entry.slice(0, 2), entry.slice(3)]),
);

/** Areas of three digits where every subscriber number has eight digits; elsewhere seven and eight both occur. */
const eightDigitAreas = new Set(
  (
    '311 371 377 379 411 431 432 451 510 511 512 513 514 515 516 517 518 519 523 527 531 532 551 571 573 574 575 ' +
    '576 577 579 591 595 731 755 757 760 769 791 871 898'
  ).split(' '),
);

/** The area code at the start of a national number without its trunk zero, if there is one. */
export function areaCodeOf(national: string): string | null {
  const two = national.slice(0, 2);
  if (two === '10' || /^2[0-57-9]$/.test(two)) return two;
  const third = national.charAt(2);
  return third !== '' && (areas.get(two) ?? '').includes(third) ? national.slice(0, 3) : null;
}

/** True for a complete landline number, area code first and without its trunk zero. */
export function isLandline(national: string): boolean {
  const area = areaCodeOf(national);
  if (area === null) return false;
  const subscriber = national.length - area.length;
  return subscriber === 8 || (subscriber === 7 && area.length === 3 && !eightDigitAreas.has(area));
}

/** Mobile numbers: eleven digits from 13 to 19. */
export const isMobile = (national: string): boolean => /^1[3-9]\d{9}$/.test(national);

/** 400 and 800 numbers: ten digits, no area code, no trunk zero. */
export const isServiceNumber = (national: string): boolean => /^[48]00\d{7}$/.test(national);

/**
 * Short numbers that the public dials without an area code: emergency and service numbers (110, 12345), those of
 * carriers (10086, 116114) and of companies (95588, 951234, 96xxx, 9510xxxx). Source: MIIT's plan of short codes. Most of them
 * could as well be internal numbers of a contact center.
 */
export const isShortPublic = (digits: string): boolean =>
  /^(?:1[12]\d|100\d\d|101\d\d|11[168]\d{2,3}|12\d{3}|16[08]\d\d|179\d\d|9[56]\d{3,4}|9510\d{4})$/.test(
    digits,
  );
