import type { HomeCountry } from '#lib/domain/numbers/home-country.ts';
import { mainlandAfterCode } from '#lib/domain/numbers/mainland-number.ts';
import { added, distinctMeanings, type NumberMeaning, removed } from '#lib/domain/numbers/number-meaning.ts';
import {
  behindExitCode,
  nationalMeanings,
  withCountryCode,
  withoutRepeatedCode,
} from '#lib/domain/numbers/number-meanings.ts';
import { callingCodeAt, isPossibleLength } from '#lib/domain/numbers/numbering-plan.ts';
import type { ProblemCode } from '#lib/domain/problem.ts';

/**
 * What settled a meaning without a question. `home`: it is complete as the home country writes numbers, and valid in no
 * other reading. `known`: this app has it already, and no other meaning.
 */
export type Settled = 'plus' | 'double_zero' | 'exit_code' | 'home' | 'internal' | 'known';

/** What a run of digits means. `hint`: a local number may have been meant, without its area code. */
export type DigitsReading =
  | { kind: 'ready'; meaning: NumberMeaning; settledBy: Settled }
  | { kind: 'ask'; choices: NumberMeaning[]; isLocal: boolean }
  | { kind: 'wrong'; code: ProblemCode };

type Written = { digits: string; plus: boolean; zeroAt: number | null; home: HomeCountry };

/** Longest number that is sent, in digits. The provider documents no limit; E.164 has 15 plus our prefix. */
export const numberLimit = 20;

const ready = (meaning: NumberMeaning, settledBy: Settled): DigitsReading => ({
  kind: 'ready',
  meaning,
  settledBy,
});

const unknown = (sent: string, because: NumberMeaning['because']): NumberMeaning => ({
  sent,
  shape: 'line',
  numberKind: 'unknown',
  region: null,
  callingCode: null,
  because,
  changes: [],
  inPlan: false,
});

/** Meanings to choose from, and the digits as they were typed as the last resort. */
function ask(
  meanings: readonly NumberMeaning[],
  digits: string,
  before: NumberMeaning['changes'] = [],
): DigitsReading {
  const choices = distinctMeanings([...meanings, { ...unknown(digits, 'as_typed'), changes: before }]);
  const isOffered = meanings.some(({ sent }) => sent === digits);
  return {
    kind: 'ask',
    choices: choices.filter(
      ({ sent, because }) => sent.length <= numberLimit && (because !== 'as_typed' || !isOffered),
    ),
    isLocal: isLocal(digits),
  };
}

/** As long as a number inside one area, and not dialled with the zero of a longer one. */
const isLocal = (digits: string): boolean => /^[1-9]\d{6,7}$/.test(digits);

/** Digits behind a plus or behind 00: the country code comes first. */
function readInternational(named: string, written: Written): DigitsReading {
  const { digits, plus, home } = written;
  const settledBy = plus ? 'plus' : 'double_zero';
  const before = plus && !digits.startsWith('00') ? added('exit_code', '00') : [];
  const zeroAt = written.zeroAt === null ? null : written.zeroAt - (digits.length - named.length);
  const found = withCountryCode(named, { because: 'international', before, zeroAt });
  // 001 is where some countries leave from: with such a home it may be that, and not North America.
  const own = plus ? [] : behindExitCode(digits, home, true);
  const meanings = distinctMeanings([...found, ...own]);
  const [only] = meanings;
  if (only && meanings.length === 1)
    return ready(only, only.because === 'exit_code' ? 'exit_code' : settledBy);
  const typed = `00${named}`;
  if (only) return ask(meanings, typed, before);
  const repeated = withoutRepeatedCode(named, before);
  // As it would be sent: 00 in front, so that it may be read as another exit code.
  const exit = behindExitCode(`00${named}`, home);
  if (exit.length + repeated.length > 0) {
    if (plus && !isPossible(named)) {
      if (exit.length > 0 && repeated.length === 0) return { kind: 'wrong', code: 'number_not_in_plan' };
      return ask(repeated, typed, before);
    }
    const [other] = exit;
    if (other && exit.length === 1 && repeated.length === 0 && !isPossible(named))
      return ready(other, 'exit_code');
    return ask([...repeated, ...(plus ? [] : exit)], typed, before);
  }
  const mainland = named.startsWith('86') ? mainlandAfterCode(named.slice(2), 'international', before) : null;
  if (mainland) return ready(mainland, settledBy);
  const asIs = { ...unknown(typed, 'international'), changes: before, callingCode: callingCodeAt(named) };
  if (zeroAt !== null && zeroAt > 0 && named[zeroAt] === '0') {
    const sent = `00${named.slice(0, zeroAt)}${named.slice(zeroAt + 1)}`;
    const changes = [...before, ...removed('trunk_prefix', '0')];
    if (standsForItself(sent, home))
      return ask([{ ...asIs, sent, because: 'trunk_prefix_dropped', changes }], typed, before);
  }
  return plus && !standsForItself(typed, home)
    ? { kind: 'wrong', code: 'number_not_in_plan' }
    : ready(asIs, settledBy);
}

/** Whether what would be sent is read as itself again, and not as a number behind another exit code. */
function standsForItself(sent: string, home: HomeCountry): boolean {
  const reading = readDigits({ digits: sent, plus: false, zeroAt: null, home });
  if (reading.kind === 'ready') return reading.meaning.sent === sent;
  return reading.kind === 'ask' && reading.choices.some((choice) => choice.sent === sent);
}

/** Long enough for its country code, and not too long, so that it may be a number that no plan has yet. */
function isPossible(named: string): boolean {
  const code = callingCodeAt(named);
  return code !== null && isPossibleLength(code, named.slice(code.length).replace(/^0/, ''));
}

/** Digits that nothing in front names a country for: completed only where one meaning is left. */
function readNational({ digits, zeroAt, home }: Written): DigitsReading {
  const { exit, home: ofHome, incomplete, other, short, internal } = nationalMeanings(digits, home, zeroAt);
  const complete = distinctMeanings([...short, ...ofHome, ...internal]);
  const foreign = [...incomplete, ...other];
  const [only] = complete;
  if (complete.length === 1 && only && foreign.length + exit.length === 0) {
    return ready(only, only.numberKind === 'internal' ? 'internal' : 'home');
  }
  const [left] = exit;
  if (left && exit.length === 1 && complete.length + foreign.length === 0) return ready(left, 'exit_code');
  const all = [...complete, ...exit, ...foreign];
  if (all.length > 0) return ask(all, digits);
  return { kind: 'wrong', code: isLocal(digits) ? 'number_area_code_missing' : 'number_not_in_plan' };
}

/** What digits mean, by every numbering plan. `plus`: one stood in front; `zeroAt`: place of a bracketed zero. */
export function readDigits(written: Written): DigitsReading {
  const { digits, plus } = written;
  if (digits.length < (plus ? 5 : 2)) return { kind: 'wrong', code: 'number_too_short' };
  // +086 and +0755: the plus says "abroad", and the zero says "at home".
  if (plus && /^0[1-9]/.test(digits)) return readZeroBehindPlus(written);
  const named = digits.startsWith('00') ? digits.slice(2) : plus ? digits : null;
  if (named !== null && named.length < 5) return { kind: 'wrong', code: 'number_too_short' };
  const reading = named === null ? readNational(written) : readInternational(named, written);
  if (reading.kind === 'ready' && reading.meaning.sent.length > numberLimit)
    return { kind: 'wrong', code: 'number_too_long' };
  if (reading.kind === 'ask' && reading.choices.length === 0)
    return { kind: 'wrong', code: 'number_too_long' };
  if (reading.kind === 'wrong' && digits.length > numberLimit)
    return { kind: 'wrong', code: 'number_too_long' };
  return reading;
}

function readZeroBehindPlus({ digits, home }: Written): DigitsReading {
  const before = [...removed('trunk_prefix', '0'), ...added('exit_code', '00')];
  const coded = withCountryCode(digits.slice(1), { because: 'trunk_prefix_dropped', before, zeroAt: null });
  const { home: ofHome, incomplete, other } = nationalMeanings(digits, home, null);
  const all = distinctMeanings([...coded, ...ofHome, ...incomplete, ...other]);
  // As typed they would be read without the plus, as another number.
  const choices = all.filter(({ sent }) => sent.length <= numberLimit);
  if (choices.length > 0) return { kind: 'ask', choices, isLocal: false };
  return { kind: 'wrong', code: digits.length > numberLimit ? 'number_too_long' : 'number_not_in_plan' };
}
