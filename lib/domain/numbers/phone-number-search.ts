import { meaningsIn, readNumber } from '#lib/domain/numbers/phone-number.ts';
import { cleanNumber } from '#lib/domain/numbers/phone-number-text.ts';
import { readCell } from '#lib/domain/numbers/spreadsheet-cell.ts';

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

/** More runs would be more texts to look for, and no typed number has more readings. */
const mostRuns = 4;

/**
 * Digit runs that a stored number contains when it is the one somebody looks for, in whatever format they write it: one for each
 * meaning, without asking. Empty when the text is not a number or too short to tell. Any of them found inside a stored number is
 * a hit. Of a number with an extension the main number is looked for.
 */
export function searchKeys(query: string): string[] {
  const reading = readNumber(query);
  const whole = meaningsIn(reading)
    .filter(({ shape, sent }) => shape === 'line' && sent.length >= completeKey)
    .map(({ sent }) => numberKey(sent));
  const isClear = reading.kind === 'extension' || (reading.kind === 'ready' && whole.length > 0);
  return fewest(isClear ? whole : [...whole, ...partKeys(query)]);
}

/** What holds one of the others is found with it. */
function fewest(runs: readonly string[]): string[] {
  const distinct = [...new Set(runs)].filter((run) => run.length >= shortestRun);
  return distinct
    .filter((run) => !distinct.some((other) => other !== run && run.includes(other)))
    .slice(0, mostRuns);
}

/** Digits as they stand, which may be the middle of a number: whatever contains it contains its end. */
function partKeys(query: string): string[] {
  const cell = readCell(query);
  const cleaned = cleanNumber(cell.kind === 'text' ? cell.text : query);
  if (!cleaned.ok || cleaned.digits.length < shortestRun) return [];
  const { digits, plus } = cleaned;
  const key = numberKey(plus ? `+${digits}` : digits);
  if (key.length >= completeKey) return [key];
  const mainland = (plus && digits.startsWith('86')) || digits.startsWith('0086');
  return mainland ? [`860${key}`, `86${key}`] : [digits];
}
