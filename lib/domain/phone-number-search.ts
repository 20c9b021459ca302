import { cleanNumber } from '#lib/domain/phone-number-text.ts';

/** Fewer digits than this would find nearly every row. */
const shortestRun = 3;

/** From this length on, digits without country code and trunk zero still name one number. */
const completeKey = 7;

/** The digits that every way of writing one number shares: no 00, no +86, no trunk zero. */
export function numberKey(written: string): string {
  const international = written.replace(/^\+|^00/, '');
  const stripped = international !== written;
  const national = international.startsWith('86') && (stripped || international.length > 11);
  const rest = national ? international.slice(2) : international;
  return (national || !stripped) && /^0[1-9]/.test(rest) ? rest.slice(1) : rest;
}

/**
 * Digit runs that a stored number contains when it is the one somebody looks for, in whatever format they write it.
 * Empty when the text is not a number or too short to tell. Any of them found inside a stored number is a hit.
 */
export function searchKeys(query: string): string[] {
  const cleaned = cleanNumber(query);
  if (!cleaned.ok || cleaned.digits.length < shortestRun) return [];
  const { digits, plus } = cleaned;
  const key = numberKey(plus ? `+${digits}` : digits);
  // Also where what was written is the middle of a number: whatever contains it contains its end.
  if (key.length >= completeKey) return [key];
  const mainland = (plus && digits.startsWith('86')) || digits.startsWith('0086');
  return mainland ? [`860${key}`, `86${key}`] : [digits];
}
