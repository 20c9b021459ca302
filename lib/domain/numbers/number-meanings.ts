import { callingCodes } from '#lib/domain/numbers/calling-codes.ts';
import type { HomeCountry } from '#lib/domain/numbers/home-country.ts';
import { mainlandAfterCode, mainlandNational } from '#lib/domain/numbers/mainland-number.ts';
import {
  added,
  type ChoiceReason,
  distinctMeanings,
  type NumberChange,
  type NumberMeaning,
  removed,
} from '#lib/domain/numbers/number-meaning.ts';
import {
  callingCodeAt,
  findInPlan,
  foreignExitCodes,
  nationalForms,
  ownExitCode,
  trunkVariant,
} from '#lib/domain/numbers/numbering-plan.ts';
import { isShortPublic } from '#lib/domain/numbers/phone-number-china.ts';

/** Longest number inside a contact center, in digits. */
const innerLimit = 6;

/** The fewest digits, country code first, that some numbering plan has. */
const shortestInternational = 7;

/**
 * The fewest digits that are looked for behind an exit code of another country. Plans of a few small islands have
 * less; behind 010, Japan's exit code, every second number of Beijing would be one of them.
 */
const shortestBehindExit = 9;

type Behind = { because: ChoiceReason; before: NumberChange[]; zeroAt: number | null };

/** What a country code and the digits behind it can be, by the plan of that code; `zeroAt`: place of a bracketed 0. */
export function withCountryCode(digits: string, { because, before, zeroAt }: Behind): NumberMeaning[] {
  const code = callingCodeAt(digits);
  if (code === null) return [];
  const rest = digits.slice(code.length);
  if (code === '86') {
    const meaning = mainlandAfterCode(rest, because, before);
    return meaning?.inPlan ? [meaning] : [];
  }
  const meanings: NumberMeaning[] = [];
  const offer = (national: string, changes: NumberChange[]) => {
    const found = findInPlan(code, national);
    if (found === null) return;
    meanings.push({
      sent: `00${code}${national}`,
      shape: 'line',
      numberKind: found.type,
      region: found.region,
      callingCode: code,
      because,
      changes: [...before, ...changes],
      inPlan: true,
    });
  };
  offer(rest, []);
  const isAsItStands = meanings.length > 0;
  const trunk = trunkVariant(code, rest);
  // A plan that takes the digits as they stand means them so; only a zero in front may still have been dialled.
  if (trunk && (!isAsItStands || trunk.removed === '0')) {
    offer(trunk.national, [...removed('trunk_prefix', trunk.removed), ...added('trunk_prefix', trunk.added)]);
  }
  const at = zeroAt === null ? -1 : zeroAt - code.length;
  if (at >= 0 && rest[at] === '0')
    offer(rest.slice(0, at) + rest.slice(at + 1), removed('trunk_prefix', '0'));
  return distinctMeanings(meanings);
}

/** A country code that stands twice (+44 44 20 7946 0958, +86 0086 755 8601 3388): without the second one. */
export function withoutRepeatedCode(digits: string, before: NumberChange[]): NumberMeaning[] {
  const code = callingCodeAt(digits);
  const rest = code === null ? '' : digits.slice(code.length);
  const zeros = /^0*/.exec(rest)?.[0] ?? '';
  if (code === null || !rest.slice(zeros.length).startsWith(code)) return [];
  const again = zeros + code;
  return withCountryCode(code + rest.slice(again.length), {
    because: 'country_code_twice',
    before: [...before, ...removed('repeated_code', again)],
    zeroAt: null,
  });
}

/** Meanings of digits that begin with an exit code other than 00. `own`: only the codes of that region. */
export function behindExitCode(digits: string, home: HomeCountry, own = false): NumberMeaning[] {
  const mine = ownExitCode(home, digits);
  const codes = own ? [] : foreignExitCodes(digits);
  const all = [...new Set(mine === null || mine === '00' ? codes : [mine, ...codes])];
  const meanings = all.flatMap((exit) => {
    const rest = digits.slice(exit.length);
    if (exit !== mine && rest.length < shortestBehindExit) return [];
    const before = [...removed('exit_code', exit), ...added('exit_code', '00')];
    return withCountryCode(rest, { because: 'exit_code', before, zeroAt: null });
  });
  return distinctMeanings(meanings);
}

/** What digits can be that neither plus nor 00 stands in front of, by how they come to be a number. */
export type NationalMeanings = {
  exit: NumberMeaning[];
  /** As people in the home country write it: nothing else has to be known. */
  home: NumberMeaning[];
  /** The same with something left out in front: it is asked for. */
  incomplete: NumberMeaning[];
  /** As people elsewhere write it. */
  other: NumberMeaning[];
  short: NumberMeaning[];
  internal: NumberMeaning[];
};

const dialled = (digits: string, shape: 'line' | 'inner'): NumberMeaning => ({
  sent: digits,
  shape,
  numberKind: shape === 'inner' ? 'internal' : 'short',
  region: shape === 'inner' ? null : 'CN',
  callingCode: null,
  because: shape === 'inner' ? 'internal' : 'short_number',
  changes: [],
  inPlan: shape === 'line' || /^[1-9]\d\d/.test(digits),
});

/** Every meaning of digits without plus or 00. `zeroAt`: place of a bracketed 0. */
export function nationalMeanings(digits: string, home: HomeCountry, zeroAt: number | null): NationalMeanings {
  const found: NationalMeanings = {
    exit: behindExitCode(digits, home),
    home: [],
    incomplete: [],
    other: [],
    short: isShortPublic(digits) ? [dialled(digits, 'line')] : [],
    internal: digits.length <= innerLimit ? [dialled(digits, 'inner')] : [],
  };
  const mainland = mainlandNational(digits);
  // What the plan does not have is left to those who write +86 in front of it.
  if (mainland?.inPlan && mainland.because === 'area_code_without_zero') found.incomplete.push(mainland);
  else if (mainland?.inPlan) (home === 'CN' ? found.home : found.other).push(mainland);
  if (home !== 'CN') addHome(found, digits, home);
  if (digits.length >= shortestInternational) {
    const before = added('exit_code', '00');
    for (const meaning of withCountryCode(digits, { because: 'country_code_without_plus', before, zeroAt }))
      (meaning.callingCode === callingCodes[home] ? found.home : found.other).push(meaning);
  }
  addNorthAmerica(found, digits, home);
  return found;
}

function addHome(found: NationalMeanings, digits: string, home: HomeCountry): void {
  for (const form of nationalForms(home, digits)) {
    (form.complete ? found.home : found.incomplete).push({
      sent: `00${form.code}${form.national}`,
      shape: 'line',
      numberKind: form.type,
      region: form.region,
      callingCode: form.code,
      because: 'home_number',
      changes: [
        ...removed('trunk_prefix', form.removed),
        ...added('country_code', `00${form.code}`),
        ...added('trunk_prefix', form.added),
      ],
      inPlan: true,
    });
  }
}

/**
 * Ten digits as North America writes them, wherever somebody is: nobody there writes the 1 of a country code. Area code 555
 * belongs to no place, but stands in many examples; as 1 555 … they look like mainland mobiles.
 */
function addNorthAmerica(found: NationalMeanings, digits: string, home: HomeCountry): void {
  const national = /^1555\d{7}$/.test(digits) ? digits.slice(1) : digits;
  if (!/^[2-9]\d{9}$/.test(national)) return;
  const plan = findInPlan('1', national);
  const isExample = national.startsWith('555');
  if (plan === null ? !isExample : callingCodes[home] === '1') return;
  found.other.push({
    sent: `001${national}`,
    shape: 'line',
    numberKind: plan?.type ?? 'unknown',
    region: plan?.region ?? 'US',
    callingCode: '1',
    because: national === digits ? 'north_america' : 'country_code_without_plus',
    changes: national === digits ? added('country_code', '001') : added('exit_code', '00'),
    inPlan: plan !== null,
  });
}
