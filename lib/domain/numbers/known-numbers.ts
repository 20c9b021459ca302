import {
  distinctMeanings,
  type NumberMeaning,
  type NumberShape,
} from '#lib/domain/numbers/number-meaning.ts';
import { meaningsIn, type NumberReading } from '#lib/domain/numbers/phone-number.ts';

/** Numbers that an app has in Numbers, and as what each was last bound; null where that was not sent. */
export type KnownNumbers = ReadonlyMap<string, NumberShape | null>;

/** The digits as they were typed: a number that the app has under just these digits. */
const typedDigits = (reading: NumberReading): string =>
  reading.kind === 'ready' || reading.kind === 'ambiguous' || reading.kind === 'invalid'
    ? reading.digits
    : '';

const isCertain = ({ settledBy, sent, digits }: Extract<NumberReading, { kind: 'ready' }>): boolean =>
  sent === digits || settledBy === 'plus' || settledBy === 'double_zero';

/**
 * Every text that a reading may be known under. Empty where what is known changes nothing: its sent form was typed, a plus or
 * 00 has settled it, or there is no number in it.
 */
export function candidatesOf(reading: NumberReading): string[] {
  if (reading.kind === 'extension' || (reading.kind === 'ready' && isCertain(reading))) return [];
  const digits = typedDigits(reading);
  const all = meaningsIn(reading).map(({ sent }) => sent);
  return [...new Set([...all, ...(/^\d{2,20}$/.test(digits) ? [digits] : [])])];
}

const verbatim = (digits: string): NumberMeaning => ({
  sent: digits,
  shape: 'line',
  numberKind: 'unknown',
  region: null,
  callingCode: null,
  because: 'as_typed',
  changes: [],
  inPlan: false,
});

/** A reading settled by the one of its meanings that the app already has; as it was where there is none, or several. */
export function settleByKnown(reading: NumberReading, known: KnownNumbers): NumberReading {
  const digits = typedDigits(reading);
  if (known.size === 0 || candidatesOf(reading).length === 0) return reading;
  const meanings = meaningsIn(reading);
  const isOffered = meanings.some(({ sent }) => sent === digits);
  const all = isOffered || digits === '' ? meanings : [...meanings, verbatim(digits)];
  const had = distinctMeanings(
    all.filter(({ sent, shape }) => known.has(sent) && (known.get(sent) ?? shape) === shape),
  );
  const [only] = had;
  if (only === undefined || had.length > 1) return reading;
  if (reading.kind === 'ready' && only.sent === reading.sent) return reading;
  const removed = 'removed' in reading ? reading.removed : [];
  return { kind: 'ready', settledBy: 'known', removed, digits, ...only };
}
