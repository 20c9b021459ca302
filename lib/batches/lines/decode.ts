import { batchLimits, workbookLimits } from '#lib/domain/batch.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export type Encoding = (typeof encodings)[number];
export type Decoded = { text: string; encoding: Encoding };

const begins = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, place) => bytes[place] === byte);

/** Whether a file is an archive, as a workbook (.xlsx) is. */
export const isZip = (bytes: Uint8Array): boolean => begins(bytes, [0x50, 0x4b, 0x03, 0x04]);

/** `EncryptedPackage` in UTF-16: the stream in which a workbook with a password is kept. Source: MS-OFFCRYPTO 2.3.4.1. */
const encryptedPackage = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);

/** Files that are no text and are often taken for a table. */
function findForeign(bytes: Uint8Array): Problem | null {
  if (isZip(bytes)) return problem('batch_file_archive');
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46])) return problem('batch_file_pdf');
  if (!begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return null;
  const [first = 0] = encryptedPackage;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (encryptedPackage.every((byte, place) => bytes[at + place] === byte))
      return problem('batch_workbook_encrypted');
  return problem('batch_workbook_old');
}

/**
 * By the byte-order mark; without one, by where zero bytes stand: in UTF-16 every second byte of plain text is one. A few
 * stand at the other places too: 一 is U+4E00.
 */
function encodingOf(bytes: Uint8Array): Encoding | null {
  if (begins(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (begins(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (begins(bytes, [0xfe, 0xff])) return 'utf-16be';
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 4_000) & ~1;
  for (let at = 0; at < looked; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const many = looked / 4;
  const [even = 0, odd = 0] = zeros;
  if (odd > many && odd > 4 * even) return 'utf-16le';
  return even > many && even > 4 * odd ? 'utf-16be' : null;
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether a beginning of a file is text, which may end within a character. */
function isText(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    return !new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true }).includes('\0');
  } catch {
    return false;
  }
}

/** The first byte at which a file is no text of this encoding. A decoder does not tell, so it is asked by halves. */
function findBreak(bytes: Uint8Array, encoding: Encoding): number {
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const half = (good + bad) >> 1;
    if (isText(bytes.subarray(0, half), encoding)) good = half;
    else bad = half;
  }
  // Text to the last byte, which is within a character.
  return Math.min(good, bytes.length - 1);
}

/** What a workbook may have, packed and unpacked. */
export const workbookTooLarge = (): Problem =>
  problem('batch_workbook_too_large', {
    params: {
      packed: batchLimits.bytes / 2 ** 20,
      unpacked: workbookLimits.unpackedBytes / 2 ** 20,
      entries: workbookLimits.entries,
    },
  });

/** Where a file has more bytes than a batch may have; of a workbook, whose bytes stand in no line, only that it has. */
export const tooLarge = (bytes: Uint8Array): Problem =>
  isZip(bytes)
    ? workbookTooLarge()
    : problem('batch_file_too_large', {
        params: {
          limit: batchLimits.bytes / 2 ** 20,
          ...placeOfByte(bytes, batchLimits.bytes, encodingOf(bytes) ?? 'utf-8'),
        },
      });

const noText = (place: { line: number; column: number }): Problem =>
  problem('batch_file_no_text', { params: place });

/**
 * UTF-8 whose end was cut inside a character, which is shown as such: the other lines must not be read as GB18030 for it.
 * Null without another character that tells UTF-8.
 */
function decodeCut(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return /[^\p{ASCII}]/u.test(text) ? `${text}\ufffd` : null;
  } catch {
    return null;
  }
}

/**
 * The text of a file: UTF-8 or UTF-16 with or without a mark, else GB18030, as a Chinese Excel saves it. Refuses what is
 * too large, and what is no text, each with its line and the byte of it.
 */
export function decodeFile(bytes: Uint8Array): Result<Decoded> {
  if (bytes.length > batchLimits.bytes) return fail(tooLarge(bytes));
  const foreign = findForeign(bytes);
  if (foreign) return fail(foreign);
  const known = encodingOf(bytes);
  const tried = known ? [known] : (['utf-8', 'gb18030'] as const);
  for (const encoding of tried) {
    const text = decodeAs(bytes, encoding) ?? (encoding === 'utf-8' ? decodeCut(bytes) : null);
    if (text !== null && !text.includes('\0')) return ok({ text, encoding });
  }
  // Most likely it is in the encoding in which the most of it can be read.
  const breaks = tried.map((encoding) => ({ encoding, at: findBreak(bytes, encoding) }));
  const last = breaks.reduce((best, each) => (each.at > best.at ? each : best));
  return fail(noText(placeOfByte(bytes, last.at, last.encoding)));
}

const [lineFeed, carriageReturn] = [10, 13];

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
