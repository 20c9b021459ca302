import {
  added,
  type ChoiceReason,
  type NumberChange,
  type NumberMeaning,
  removed,
} from '#lib/domain/numbers/number-meaning.ts';
import { findInPlan } from '#lib/domain/numbers/numbering-plan.ts';
import { areaCodeOf, isLandline, isMobile, isServiceNumber } from '#lib/domain/numbers/phone-number-china.ts';

/** How a mainland number is written behind 0086, and what was changed for it. */
type Written = Pick<NumberMeaning, 'numberKind' | 'inPlan'> & {
  rest: string;
  changes: NumberChange[];
  because: ChoiceReason | null;
};

/** A national number without trunk zero: what it is, and whether 0086 is followed by a zero. */
function judge(national: string): Pick<Written, 'numberKind' | 'inPlan'> & { zero: boolean } {
  if (isServiceNumber(national)) return { numberKind: 'service', inPlan: true, zero: false };
  const found = findInPlan('86', national);
  if (found?.type === 'mobile') return { numberKind: 'mobile', inPlan: true, zero: false };
  // 1010xxxx is dialled without an area code, though it begins like Beijing's.
  const zero = areaCodeOf(national) !== null && !/^1010\d{4}$/.test(national);
  if (found !== null) return { numberKind: zero ? 'landline' : found.type, inPlan: true, zero };
  // What the plan does not know yet may be new: an area that went from seven to eight digits, a new block of mobiles.
  if (isMobile(national)) return { numberKind: 'mobile', inPlan: false, zero: false };
  return isLandline(national)
    ? { numberKind: 'landline', inPlan: false, zero: true }
    : { numberKind: 'unknown', inPlan: false, zero: false };
}

/**
 * A mainland number behind its country code or in national form, with or without the zero that is dialled in front of
 * an area code. Null where it has no shape of a mainland number.
 */
function write(digits: string): Written | null {
  const hasZero = digits.startsWith('0');
  const national = hasZero ? digits.slice(1) : digits;
  const { numberKind, inPlan, zero } = judge(national);
  if (numberKind === 'unknown') return null;
  const rest = zero ? `0${national}` : national;
  if (zero === hasZero) return { numberKind, inPlan, rest, changes: [], because: null };
  return zero
    ? { numberKind, inPlan, rest, changes: added('trunk_prefix', '0'), because: 'area_code_without_zero' }
    : { numberKind, inPlan, rest, changes: removed('trunk_prefix', '0'), because: without(numberKind) };
}

const without = (numberKind: NumberMeaning['numberKind']): ChoiceReason =>
  numberKind === 'mobile' ? 'mobile_without_zero' : 'trunk_prefix_dropped';

const toMeaning = (
  { rest, numberKind, inPlan, changes }: Written,
  because: ChoiceReason,
  before: NumberChange[],
): NumberMeaning => ({
  sent: `0086${rest}`,
  shape: 'line',
  numberKind,
  region: 'CN',
  callingCode: '86',
  because,
  changes: [...before, ...changes],
  inPlan,
});

/** What follows +86, 0086 or 86. `before`: what was changed in front of it. */
export function mainlandAfterCode(
  rest: string,
  because: ChoiceReason,
  before: NumberChange[],
): NumberMeaning | null {
  const written = write(rest);
  return written && toMeaning(written, because, before);
}

/** Codes of carriers that are dialled in front of a long-distance number (17951 0755 8601 3388). */
const carrierCode = /^1(?:[12]\d|79)\d\d(?=0?[1-9]\d{8,})/;

/** Digits as they are dialled inside mainland China. */
export function mainlandNational(digits: string): NumberMeaning | null {
  const country = added('country_code', '0086');
  const written = write(digits);
  if (written) return toMeaning(written, written.because ?? 'mainland_number', country);
  const carrier = carrierCode.exec(digits)?.[0];
  const behind = carrier ? write(digits.slice(carrier.length)) : null;
  if (!carrier || !behind?.inPlan) return null;
  return toMeaning(behind, behind.because ?? 'mainland_number', [
    ...removed('carrier_code', carrier),
    ...country,
  ]);
}
