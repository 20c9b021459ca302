import { isLandline, isMobile, isServiceNumber } from '#lib/domain/phone-number-china.ts';
import { cleanNumber, type IgnoredKind, splitExtension } from '#lib/domain/phone-number-text.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';

/** A line the public can dial, or a number inside the contact center. Decides what number type is suggested. */
export type NumberShape = 'line' | 'inner';

/** Why a choice is offered; the form has a sentence for each. */
export type ChoiceReason =
  | 'area_code_without_zero'
  | 'mobile_without_zero'
  | 'bracketed_zero_dropped'
  | 'country_code_without_plus'
  | 'mainland_number'
  | 'as_typed'
  | 'extension'
  | 'main_line';

export type NumberChoice = { sent: string; shape: NumberShape; because: ChoiceReason };

/**
 * What a typed number may mean. `sent` is the exact text for the provider: 00, country code, and for +86
 * landlines the trunk zero (0086075586013388), as the provider's own examples and its number list have it.
 */
export type NumberReading =
  | { kind: 'empty' }
  | { kind: 'ready'; sent: string; shape: NumberShape; removed: IgnoredKind[]; unusual: boolean }
  | { kind: 'ambiguous'; choices: NumberChoice[] }
  | { kind: 'extension'; extension: string; choices: NumberChoice[] }
  | { kind: 'several'; numbers: string[] }
  | { kind: 'invalid'; problem: Problem };

/** Longest number that is sent, in digits. The provider documents no limit; E.164 has 15 plus our prefix. */
export const numberLimit = 20;

type Meaning = { sent: string; unusual?: boolean } | { choices: NumberChoice[] };

const line = (sent: string, because: ChoiceReason): NumberChoice => ({ sent, shape: 'line', because });

/** What follows 86, when it is certain how mainland China writes it. */
function mainland(rest: string): string | null {
  if (rest.startsWith('0')) return isLandline(rest.slice(1)) ? `0086${rest}` : null;
  if (isMobile(rest) || isServiceNumber(rest)) return `0086${rest}`;
  return isLandline(rest) ? `00860${rest}` : null;
}

/** A number whose country code was given by a plus or by 00. */
function international(digits: string, bracketedZero: boolean): Meaning {
  if (digits.startsWith('86')) {
    const rest = digits.slice(2);
    const sent = mainland(rest);
    if (sent !== null) return { sent, unusual: isServiceNumber(rest) };
    if (rest.startsWith('0') && isMobile(rest.slice(1)))
      return {
        choices: [line(`0086${rest.slice(1)}`, 'mobile_without_zero'), line(`0086${rest}`, 'as_typed')],
      };
    return { sent: `00${digits}`, unusual: true };
  }
  const zero = bracketedZero ? digits.search(/0/) : -1;
  if (zero > 0 && zero < 4) {
    const without = `00${digits.slice(0, zero)}${digits.slice(zero + 1)}`;
    return { choices: [line(without, 'bracketed_zero_dropped'), line(`00${digits}`, 'as_typed')] };
  }
  return { sent: `00${digits}`, unusual: digits.startsWith('0') || digits.length < 7 || digits.length > 15 };
}

/** A number with nothing in front that names a country: complete it only where one meaning is left. */
function national(digits: string): Meaning {
  if (digits.length <= 6 && !digits.startsWith('0')) return { sent: digits, unusual: digits.length < 3 };
  if (digits.startsWith('0')) {
    const sent = mainland(digits);
    if (sent !== null) return { sent };
    if (isMobile(digits.slice(1)))
      return {
        choices: [line(`0086${digits.slice(1)}`, 'mobile_without_zero'), line(digits, 'as_typed')],
      };
    const mainlandNumber = digits.length >= 7 ? [line(`0086${digits}`, 'mainland_number')] : [];
    return { choices: [...mainlandNumber, line(digits, 'as_typed')] };
  }
  if (isMobile(digits)) return { sent: `0086${digits}` };
  if (isServiceNumber(digits)) return { sent: `0086${digits}`, unusual: true };
  const withCode = digits.startsWith('86') ? mainland(digits.slice(2)) : null;
  if (withCode !== null) return { sent: withCode };
  if (isLandline(digits))
    return { choices: [line(`00860${digits}`, 'area_code_without_zero'), line(digits, 'as_typed')] };
  if (digits.length < 9) return { choices: [line(digits, 'as_typed')] };
  return { choices: [line(`00${digits}`, 'country_code_without_plus'), line(digits, 'as_typed')] };
}

function readOne(typed: string): NumberReading {
  const cleaned = cleanNumber(typed);
  if (!cleaned.ok) {
    const code = cleaned.fault === 'letters' ? 'number_has_letters' : 'number_has_odd_characters';
    return { kind: 'invalid', problem: problem(code, { field: 'number' }) };
  }
  const { digits, plus, removed, bracketedZero } = cleaned;
  if (digits === '' && !plus) return typed.trim() === '' ? { kind: 'empty' } : tooShort();
  if (digits.length < (plus ? 5 : 2)) return tooShort();
  const named = digits.startsWith('00') ? digits.slice(2) : plus && !digits.startsWith('0') ? digits : null;
  if (named !== null && named.length < 5) return tooShort();
  const meaning = named === null ? national(digits) : international(named, bracketedZero);
  const longest = 'sent' in meaning ? meaning.sent : digits;
  if (longest.length > numberLimit) {
    return {
      kind: 'invalid',
      problem: problem('number_too_long', { field: 'number', params: { limit: numberLimit } }),
    };
  }
  if ('choices' in meaning) {
    return {
      kind: 'ambiguous',
      choices: meaning.choices.filter((choice) => choice.sent.length <= numberLimit),
    };
  }
  const shape: NumberShape = meaning.sent.length <= 6 ? 'inner' : 'line';
  return { kind: 'ready', sent: meaning.sent, shape, removed, unusual: meaning.unusual ?? false };
}

const tooShort = (): NumberReading => ({
  kind: 'invalid',
  problem: problem('number_too_short', { field: 'number' }),
});

function readExtension(typed: string): NumberReading | null {
  const split = splitExtension(typed);
  if (split === null) return null;
  const main = readOne(split.main);
  if (main.kind === 'invalid' || (main.kind === 'ready' && main.shape === 'inner')) return null;
  const inner: NumberChoice = { sent: split.extension, shape: 'inner', because: 'extension' };
  const lines =
    main.kind === 'ready'
      ? [line(main.sent, 'main_line')]
      : main.kind === 'ambiguous'
        ? main.choices.map((choice) => line(choice.sent, 'main_line'))
        : [];
  const choices = split.extension.length > 1 ? [inner, ...lines] : lines;
  return choices.length === 0 ? null : { kind: 'extension', extension: split.extension, choices };
}

/** Several numbers in one field: split at what separates lists, else at blanks when each part stands by itself. */
function readSeveral(typed: string): NumberReading | null {
  const parts = (by: RegExp) =>
    typed
      .split(by)
      .map((part) => part.trim())
      .filter((part) => /\p{Nd}/u.test(part));
  const listed = parts(/[\r\n,;\uff0c\uff1b\u3001]+/u);
  if (listed.length > 1) return { kind: 'several', numbers: listed };
  const blanks = parts(/[\s/|\uff0f]+/u);
  const standsAlone = (part: string) => {
    const reading = readOne(part);
    return reading.kind === 'ready' && reading.shape === 'line';
  };
  return blanks.length > 1 && blanks.every(standsAlone) ? { kind: 'several', numbers: blanks } : null;
}

/** What a typed or pasted number means. Never guesses: where two meanings are left, it offers both. */
export function readNumber(typed: string): NumberReading {
  if (typed.length > 4096) {
    return {
      kind: 'invalid',
      problem: problem('number_too_long', { field: 'number', params: { limit: numberLimit } }),
    };
  }
  return readExtension(typed) ?? readSeveral(typed) ?? readOne(typed);
}

/** True for a text that may be sent as it stands: it reads as itself, or is a choice of its own reading. */
export function isSentForm(text: string): boolean {
  if (!/^[0-9]{2,20}$/.test(text)) return false;
  const reading = readOne(text);
  if (reading.kind === 'ready') return reading.sent === text;
  return reading.kind === 'ambiguous' && reading.choices.some((choice) => choice.sent === text);
}
