import { isDecimal } from '#lib/domain/numbers/decimal-number.ts';
import { defaultHomeCountry, type HomeCountry } from '#lib/domain/numbers/home-country.ts';
import { splitLastGroup, splitMarkedExtension } from '#lib/domain/numbers/number-extension.ts';
import {
  added as addedDigits,
  distinctMeanings,
  type NumberChange,
  type NumberMeaning,
  removed as removedDigits,
} from '#lib/domain/numbers/number-meaning.ts';
import { cleanNumber, type IgnoredKind } from '#lib/domain/numbers/phone-number-text.ts';
import { numberLimit, readDigits, type Settled } from '#lib/domain/numbers/read-digits.ts';
import { readCell, readGroups } from '#lib/domain/numbers/spreadsheet-cell.ts';
import { type Problem, type ProblemCode, problem } from '#lib/domain/problem.ts';

export type { NumberShape } from '#lib/domain/numbers/number-meaning.ts';
export type { IgnoredKind } from '#lib/domain/numbers/phone-number-text.ts';
export { numberLimit };

/** Longest text that is read at all. */
const textLimit = 4096;

/** `home`: the country whose numbers need no country code. */
export type ReadOptions = { home?: HomeCountry };

/**
 * What a typed number may mean. `sent` is the exact text for the provider: 00, country code, and for +86
 * landlines the trunk zero (0086075586013388), as the provider's own examples and its number list have it.
 * `digits`: what was typed, digits alone; a number that is known under just these digits is meant by them as well.
 */
export type NumberReading =
  | { kind: 'empty' }
  | ({ kind: 'ready'; settledBy: Settled; removed: IgnoredKind[]; digits: string } & NumberMeaning)
  | {
      kind: 'ambiguous';
      choices: NumberMeaning[];
      removed: IgnoredKind[];
      digits: string;
      /** It is as long as a number without its area code. */
      isLocal: boolean;
      /** What it is where its commas stand between numbers. */
      list: string[];
    }
  | { kind: 'extension'; extension: string; choices: NumberMeaning[]; removed: IgnoredKind[] }
  | { kind: 'several'; numbers: string[] }
  | { kind: 'invalid'; problem: Problem; digits: string };

/** `digits`: what was typed, where it is digits at all. */
const invalid = (code: ProblemCode, params: Problem['params'] = {}, digits = ''): NumberReading => ({
  kind: 'invalid',
  problem: problem(code, { field: 'number', ...(Object.keys(params).length > 0 ? { params } : {}) }),
  digits,
});

const notDecimal = (typed: string) => invalid('number_is_decimal', { text: typed.trim() });

const tooLong = () => invalid('number_too_long', { limit: numberLimit });

/** Most numbers: nothing in them can come from a spreadsheet, name an extension or separate a list, but for the blanks. */
const plain = /^[+(]?\d[\d ()-]*$/;

/** One number, without extension. */
function readOne(typed: string, home: HomeCountry): NumberReading {
  const reading = readDigitsOf(typed, home);
  return !plain.test(typed) && isDecimal(typed, () => isWhole(reading)) ? notDecimal(typed) : reading;
}

function readDigitsOf(typed: string, home: HomeCountry): NumberReading {
  const cleaned = cleanNumber(typed);
  if (!cleaned.ok) {
    return invalid(cleaned.fault === 'letters' ? 'number_has_letters' : 'number_has_odd_characters');
  }
  const { digits, plus, removed, zeroAt } = cleaned;
  if (digits === '' && !plus) return typed.trim() === '' ? { kind: 'empty' } : invalid('number_too_short');
  const reading = readDigits({ digits, plus, zeroAt, home });
  if (reading.kind === 'wrong') {
    if (reading.code === 'number_too_long') return tooLong();
    return invalid(reading.code, reading.code === 'number_not_in_plan' ? { region: home } : {}, digits);
  }
  if (reading.kind === 'ready')
    return { kind: 'ready', settledBy: reading.settledBy, removed, digits, ...reading.meaning };
  const { choices, isLocal } = reading;
  return { kind: 'ambiguous', choices, removed, digits, isLocal, list: [] };
}

/** All that a reading of one number leaves open; empty where it is none. */
export function meaningsIn(reading: NumberReading): NumberMeaning[] {
  if (reading.kind === 'ambiguous' || reading.kind === 'extension') return reading.choices;
  if (reading.kind !== 'ready') return [];
  const { sent, shape, numberKind, region, callingCode, because, changes, inPlan } = reading;
  return [{ sent, shape, numberKind, region, callingCode, because, changes, inPlan }];
}

/** A whole number by some plan, and no internal one. */
const isWhole = (reading: NumberReading): boolean =>
  meaningsIn(reading).some(({ inPlan, shape, sent }) => inPlan && shape === 'line' && sent.length > 6);

/** A number and what is dialled behind it: which of the two is bound is a person's to say. */
function readExtension(main: NumberReading, extension: string, home: HomeCountry): NumberReading | null {
  const all = meaningsIn(main);
  const isOnlyTyped = all.every(({ because }) => because === 'as_typed');
  const lines = all
    .filter(({ because }) => isOnlyTyped || because !== 'as_typed')
    .map(
      (meaning): NumberMeaning => ({
        ...meaning,
        because: 'main_line',
        changes: [...meaning.changes, ...removedDigits('extension', extension)],
      }),
    );
  const inner = meaningsIn(readOne(extension, home))
    .filter(({ shape }) => shape === 'inner')
    .map((meaning): NumberMeaning => {
      const before = main.kind === 'ready' || main.kind === 'ambiguous' ? main.digits : '';
      return { ...meaning, because: 'extension', changes: removedDigits('main_number', before) };
    });
  const choices = distinctMeanings([...inner, ...lines]);
  const removed = main.kind === 'ready' || main.kind === 'ambiguous' ? main.removed : [];
  return choices.length === 0 ? null : { kind: 'extension', extension, choices, removed };
}

function readMarked(typed: string, home: HomeCountry): NumberReading | null {
  const split = splitMarkedExtension(typed);
  if (split === null) return null;
  const main = readOne(split.main, home);
  if (main.kind === 'invalid' || main.kind === 'several' || !(split.certain || isWhole(main))) return null;
  const named = withChanges(main, [
    ...removedDigits('parameters', split.parameters + split.context),
    ...addedDigits('country_code', split.context),
  ]);
  return split.extension === '' ? named : readExtension(named, split.extension, home);
}

/** A second number of the same area, written without its area code (0755-86013388/86013399), with it. */
function inAreaOf(first: string, part: string): string {
  const head = first.replace(/\D+/g, ' ').trim().split(' ');
  const isLocal = /^\d{7,8}$/.test(part) && head.length > 1 && head.at(-1)?.length === part.length;
  return isLocal ? first.slice(0, first.length - part.length) + part : part;
}

/** Several numbers in one field: split at what separates lists, else at blanks when each part stands by itself. */
function readSeveral(typed: string, home: HomeCountry): NumberReading | null {
  const parts = (by: RegExp) => {
    const found = typed
      .split(by)
      .map((part) => part.trim())
      .filter((part) => /\p{Nd}/u.test(part));
    return found.map((part) => inAreaOf(found[0] ?? '', part));
  };
  const listed = parts(/[\r\n,;\uff0c\uff1b\u3001]+/u);
  if (listed.length > 1) return { kind: 'several', numbers: listed };
  const blanks = parts(/[\s/|\uff0f]+/u);
  return blanks.length > 1 && blanks.every((part) => isWhole(readOne(part, home)))
    ? { kind: 'several', numbers: blanks }
    : null;
}

/** Commas that may stand between the groups of one number: one number, a list, or a question. */
function readGrouped(typed: string, home: HomeCountry): NumberReading | null {
  const groups = readGroups(typed);
  if (groups === null) return null;
  const joined = withIgnored(readOne(groups.joined, home), 'thousands');
  if (groups.certain) return joined;
  const several = readSeveral(typed, home);
  const isLine = isWhole(joined);
  if (several?.kind !== 'several' || (!isLine && typed.includes(',', typed.indexOf(',') + 1))) return several;
  const choices = meaningsIn(joined);
  if (choices.length === 0 || (!isLine && /^\d{3}\D/.test(typed.trim()))) return several;
  const removed = 'removed' in joined ? joined.removed : [];
  const digits = 'digits' in joined ? joined.digits : '';
  return { kind: 'ambiguous', choices, removed, digits, isLocal: false, list: several.numbers };
}

/** A last group of digits that no word names as an extension: it is one where only the rest is a whole number. */
function readLastGroup(typed: string, whole: NumberReading, home: HomeCountry): NumberReading | null {
  if (meaningsIn(whole).some(({ inPlan }) => inPlan)) return null;
  const split = splitLastGroup(typed);
  if (split === null) return null;
  const main = readOne(split.main, home);
  return isWhole(main) ? readExtension(main, split.extension, home) : null;
}

function withChanges(reading: NumberReading, changes: NumberChange[]): NumberReading {
  if (changes.length === 0) return reading;
  const add = (meaning: NumberMeaning) => ({ ...meaning, changes: [...changes, ...meaning.changes] });
  if (reading.kind === 'ready') return { ...reading, changes: [...changes, ...reading.changes] };
  if (reading.kind === 'ambiguous' || reading.kind === 'extension')
    return { ...reading, choices: reading.choices.map(add) };
  return reading;
}

function withIgnored(reading: NumberReading, kind: IgnoredKind): NumberReading {
  if (reading.kind !== 'ready' && reading.kind !== 'ambiguous' && reading.kind !== 'extension')
    return reading;
  return { ...reading, removed: [...reading.removed, kind] };
}

function readText(typed: string, home: HomeCountry): NumberReading {
  const isPlain = plain.test(typed);
  if (!isPlain && isDecimal(typed, () => isWhole(readDigitsOf(typed, home)))) return notDecimal(typed);
  const found = isPlain ? null : (readMarked(typed, home) ?? readGrouped(typed, home));
  const several = found ?? (/^[\d+()-]*$/.test(typed) ? null : readSeveral(typed, home));
  if (several) return several;
  const whole = readOne(typed, home);
  return readLastGroup(typed, whole, home) ?? whole;
}

/**
 * What a typed or pasted number means, by every numbering plan. Never guesses: where more than one meaning is left, it offers
 * all of them, those of the home country first.
 */
export function readNumber(typed: string, { home = defaultHomeCountry }: ReadOptions = {}): NumberReading {
  if (typed.length > textLimit) return tooLong();
  if (plain.test(typed)) return readText(typed, home);
  const cell = readCell(typed);
  if (cell.kind === 'shortened') return invalid('number_shortened');
  if (cell.kind === 'formula_error') return invalid('number_formula_error', { text: cell.text });
  if (cell.kind === 'no_value') return invalid('number_no_value', { text: cell.text });
  const reading = withChanges(readText(cell.text, home), [
    ...removedDigits('spreadsheet_decimals', cell.decimals),
    ...removedDigits('exponent', cell.exponent),
  ]);
  return cell.unwrapped ? withIgnored(reading, 'spreadsheet_quotes') : reading;
}

/** True for a text that may be sent as it stands: it reads as itself, or is a choice of its own reading. */
export function isSentForm(text: string, { home = defaultHomeCountry }: ReadOptions = {}): boolean {
  if (!/^[0-9]{2,20}$/.test(text)) return false;
  return meaningsIn(readOne(text, home)).some(({ sent }) => sent === text);
}
