import { isObject, own, parseEnvelope, saysOtherCharset } from '#lib/tencent/envelope.ts';
import type { Exchange } from '#lib/tencent/exchange.ts';

export type NumbersPage = {
  /** How many numbers the whole list has. */
  total: number;
  /** Lines of this page, also those that were left out. */
  lineCount: number;
  /** Each number exactly as the provider writes it, with its State as it came; null where none came. */
  numbers: { number: string; state: number | null }[];
};

/** As long as a number of ours may be; databases and screens refuse what is excluded. */
const numberLike = /^[^\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]{1,64}$/u;

/** Whole numbers that a column of the database holds. */
const asInteger = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? value : null;

function readLine(line: unknown): NumbersPage['numbers'] {
  const number = isObject(line) ? own(line, 'Number') : undefined;
  if (!isObject(line) || typeof number !== 'string' || !numberLike.test(number)) return [];
  return [{ number, state: asInteger(own(line, 'State')) }];
}

/** Reads the answer to DescribeNumbers. Null when it is not the documented shape; a line that is no number is left out. */
export function parseNumbersPage(exchange: Exchange): NumbersPage | null {
  if (exchange.kind !== 'answered' || saysOtherCharset(exchange.contentType)) return null;
  const envelope = parseEnvelope(exchange.body);
  if (envelope?.kind !== 'success') return null;
  const total = asInteger(own(envelope.response, 'TotalCount'));
  const lines = own(envelope.response, 'Numbers');
  if (total === null || total < 0 || !Array.isArray(lines)) return null;
  return { total, lineCount: lines.length, numbers: lines.flatMap(readLine) };
}
