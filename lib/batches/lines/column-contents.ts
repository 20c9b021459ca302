import { type NumberReading, readNumber } from '#lib/domain/numbers/phone-number.ts';
import { readFormulaError } from '#lib/domain/numbers/spreadsheet-cell.ts';

/** `blank`: nothing, or what a failed formula left. `several`: more than one number in a cell. `inner`: too short for a public number. */
export type CellKind = 'blank' | 'url' | 'line' | 'unsure' | 'several' | 'inner' | 'other';

/** A URL with its scheme anywhere in a cell, or a host with a path. */
const url = /https?:[/\\]{1,2}|^[\s<"'“(]*(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?\/\S*/i;

/** Dates and times as spreadsheets write them, also without separators. */
const date =
  /^\s*(?:(?:19|20)\d\d[-/.年](?:0?[1-9]|1[0-2])[-/.月](?:0?[1-9]|[12]\d|3[01])日?(?:[T\s].*)?|(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|[12]\d|3[01])[/.](?:19|20)?\d\d(?:\s.*)?|\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]m)?)\s*$/i;
const dateDigits = /^\s*(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s*$/;

export const isDate = (text: string): boolean => date.test(text);

/** Amounts and shares, unless it is only the `.0` that a spreadsheet puts behind a long number. */
const amount =
  /^\s*(?:[¥￥$€£]\s*-?[\d,.]+|-?[\d,.]+\s*[%元]|-?(?:0|[1-9]\d{0,5})\.\d+|-?\d{1,3}(?:,\d{3})*\.\d+)\s*$/;

/** An amount or a share, which is no number to call. */
export const isAmount = (text: string): boolean => amount.test(text);

/** Digits and what people write between, before and behind the digits of a number. */
const mayBeNumber =
  /^[\s'"=]*(?:(?:tel|phone|电话|手机|号码)\s*[:：.]?\s*)?[\p{Nd}\s+＋()（）［］[\]./\\\-‐-―－_,，;；、#*|]*(?:(?:ext|extension|x|转|分机)\.?\s*=?\s*\p{Nd}+\s*)?[\s'"]*$/iu;

const digitsIn = (text: string): number => text.match(/\p{Nd}/gu)?.length ?? 0;

function kindOfReading(reading: NumberReading, digits: number): CellKind {
  if (reading.kind === 'several') return 'several';
  if (reading.kind === 'ready') return reading.shape === 'inner' || digits < 7 ? 'inner' : 'line';
  if (reading.kind === 'extension') return 'line';
  if (reading.kind !== 'ambiguous') return 'other';
  return digits < 7 ? 'inner' : 'unsure';
}

/** What stands in a cell. Reading a number is the dear part, so what cannot be one is sorted out before. */
export function kindOfCell(text: string): CellKind {
  if (text.trim() === '' || readFormulaError(text) !== null) return 'blank';
  if (url.test(text)) return 'url';
  const digits = digitsIn(text);
  if (digits < 2 || text.length > 200 || isDate(text) || dateDigits.test(text) || amount.test(text))
    return 'other';
  if (!mayBeNumber.test(text)) return 'other';
  return kindOfReading(readNumber(text), digits);
}

/** So many digits, and no decimals, make a public number: what has them is not looked at again. */
export const looksPublic = (text: string): boolean =>
  /(?:\p{Nd}[^\p{Nd}]*){7}/u.test(text) && !/\.\d{1,2}\s*$/.test(text);

/** How much a cell says that its column is the number: a whole public number most, what any digits could be least. */
const numberWeight: Record<CellKind, number> = {
  ...{ line: 1, several: 0.9, unsure: 0.6, inner: 0.35 },
  ...{ blank: 0, url: 0, other: 0 },
};

/** A counter goes up by one from line to line. Public numbers in a row do too, so only short ones count. */
function isCounter(texts: readonly string[]): boolean {
  const values = texts.map((text) =>
    /^\s*\d{1,6}\.?\s*$/.test(text) ? Number.parseInt(text, 10) : Number.NaN,
  );
  const [first = Number.NaN] = values;
  if (values.length < 2) return first === 1;
  const steps = values.slice(1).filter((value, place) => value === (values[place] ?? 0) + 1).length;
  return first < 100 && steps >= 0.7 * (values.length - 1);
}

export type Contents = { number: number; callbackUrl: number };

/**
 * How well the cells of a column fit, from 0 to 1. Blank ones say little: a URL may stand in a few lines, and the default
 * is for the others.
 */
export function contentsOf(texts: readonly string[], kinds: readonly CellKind[]): Contents {
  const filled = kinds.filter((kind) => kind !== 'blank').length;
  if (filled === 0) return { number: 0, callbackUrl: 0 };
  const trust = 0.5 + (0.5 * filled) / kinds.length;
  const urls = kinds.filter((kind) => kind === 'url').length;
  const numbers = kinds.reduce((sum, kind) => sum + numberWeight[kind], 0);
  const counts = isCounter(texts.filter((text) => text.trim() !== ''));
  return {
    number: counts ? 0.05 : (numbers / filled) * trust,
    callbackUrl: (urls / filled) * trust,
  };
}
