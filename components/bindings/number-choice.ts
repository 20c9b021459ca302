import { type NumberReading, readNumber } from '#lib/domain/phone-number.ts';

export type NumberToSend = { sent: string; shape: 'line' | 'inner' };

/** The number that would be sent, once there is only one; null while it is missing, wrong or ambiguous. */
export function numberToSend(typed: string, choice: string): NumberToSend | null {
  const reading = readNumber(typed);
  if (reading.kind === 'ready') return reading;
  return choicesOf(reading).find(({ sent }) => sent === choice) ?? null;
}

/** The number type that follows from what kind of number it is. */
export const typeOfShape = { line: 'number', inner: 'inner' } as const;

export const choicesOf = (reading: NumberReading) =>
  reading.kind === 'ambiguous' || reading.kind === 'extension' ? reading.choices : [];
