import type { BindInput } from '#lib/bindings/schema.ts';
import { type NumberReading, readNumber } from '#lib/domain/phone-number.ts';

/** The form as typed. Nothing here is rewritten by the console; what will be sent is shown beside it. */
export type BindValues = {
  appId: string;
  number: string;
  /** Which meaning of an ambiguous number was chosen, in its sent form. */
  numberChoice: string;
  /** Empty until chosen or set from the number. */
  numberType: 'number' | 'inner' | 'none' | '';
  callbackUrl: string;
  omitUrl: boolean;
  reason: string;
};

/** What the person confirms in the dialog. */
export type BindContent = Pick<BindInput, 'appId' | 'number' | 'numberType' | 'callbackUrl' | 'reason'>;

export const blankValues = (appId: string): BindValues => ({
  appId,
  number: '',
  numberChoice: '',
  numberType: '',
  callbackUrl: '',
  omitUrl: false,
  reason: '',
});

export const sameValues = (a: BindValues, b: BindValues): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The number that would be sent, once there is only one; null while it is missing, wrong or ambiguous. */
export function numberToSend(
  typed: string,
  choice: string,
): { sent: string; shape: 'line' | 'inner' } | null {
  const reading = readNumber(typed);
  if (reading.kind === 'ready') return reading;
  return choicesOf(reading).find(({ sent }) => sent === choice) ?? null;
}

export const choicesOf = (reading: NumberReading) =>
  reading.kind === 'ambiguous' || reading.kind === 'extension' ? reading.choices : [];
