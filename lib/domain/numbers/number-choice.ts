import type { HomeCountry } from '#lib/domain/numbers/home-country.ts';
import { type KnownNumbers, settleByKnown } from '#lib/domain/numbers/known-numbers.ts';
import { choiceKey, type NumberMeaning } from '#lib/domain/numbers/number-meaning.ts';
import { meaningsIn, type NumberReading, readNumber } from '#lib/domain/numbers/phone-number.ts';

/** What decides how a typed number is read, besides its text. */
export type ReadingGround = { home?: HomeCountry; known?: KnownNumbers };

const noneKnown: KnownNumbers = new Map();

/** What the field means, with what the chosen app already has. */
export const readField = (typed: string, { home, known = noneKnown }: ReadingGround): NumberReading =>
  settleByKnown(readNumber(typed, home ? { home } : {}), known);

/** The meaning that would be sent, once there is only one; null while it is missing, wrong or open. */
export function meaningToSend(reading: NumberReading, choice: string): NumberMeaning | null {
  if (reading.kind === 'ready') return meaningsIn(reading)[0] ?? null;
  return choicesOf(reading).find((meaning) => choiceKey(meaning) === choice) ?? null;
}

/** The number type that follows from what kind of number it is. */
export const typeOfShape = { line: 'number', inner: 'inner' } as const;

export const choicesOf = (reading: NumberReading) =>
  reading.kind === 'ambiguous' || reading.kind === 'extension' ? reading.choices : [];
