import type { Encoding } from '#lib/batches/lines/decode.ts';

/** Line and byte of it, both from 1, at which a byte of a file stands; lines end as `parseTable` ends them. */
export function placeOfByte(
  bytes: Uint8Array,
  at: number,
  encoding: Encoding,
): { line: number; column: number } {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const little = encoding === 'utf-16le';
  const unitAt = (place: number): number => {
    const [first = 0, second = 0] = [bytes[place], bytes[place + 1]];
    return wide ? (little ? first + second * 256 : first * 256 + second) : first;
  };
  const step = wide ? 2 : 1;
  let [line, start] = [1, 0];
  for (let place = 0; place + step <= at; place += step) {
    const unit = unitAt(place);
    if (unit === carriageReturn && unitAt(place + step) === lineFeed) continue;
    if (unit !== carriageReturn && unit !== lineFeed) continue;
    line += 1;
    start = place + step;
  }
  return { line, column: at - start + 1 };
}

const [lineFeed, carriageReturn] = [10, 13];
