import { callingCodeAt } from '#lib/domain/numbers/numbering-plan.ts';
import { digitsIn, withoutLabel } from '#lib/domain/numbers/phone-number-text.ts';

/** One decimal mark with digits behind it; in front of it nothing, digits, or digits in groups of thousands. */
const decimal = /^(?:(\d*)|(\d{1,3}(?:([,.'’ ])\d{2,3})(?:\3\d{2,3})*))([.,])(\d+)$/u;

/** Digits in blocks with blanks between, and the one or two places of a decimal number behind them. */
const blocks = /^\d[\d ]*\d[.,]\d{1,2}$/u;

/** Marks between digits that scripts other than Latin, or older English print, have for the decimal point. */
const points = /(?<=\p{Nd})[·•。｡٫](?=\p{Nd})/gu;

const isThousand = (whole: string, places: string): boolean =>
  /^[1-9]\d{0,2}$/.test(whole) && places.length === 3;

/**
 * A comma may stand between the numbers of a list. It is a decimal mark where one side is no number of a list (`3,14159`), or
 * where one or two digits follow a number of another length (`8001,50`, and not `12,34`).
 */
const isDecimalComma = (whole: string, places: string): boolean =>
  whole.length < 2 || places.length < 2 || (places.length === 2 && whole.length > 2);

/**
 * Whether a text is a decimal number, which no phone has, rather than a number with one point or comma between its groups. These
 * are no decimals: a country code behind a plus and the rest of a number (+86.13800138000), and digits that begin with a dialled
 * zero (0755.86013388), both only where `isWhole` says that a numbering plan has the number.
 */
export function isDecimal(typed: string, isWhole: () => boolean): boolean {
  const text = withoutLabel(
    typed
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .trim(),
  )
    .replace(points, '.')
    .replace(/\p{Nd}/gu, digitsIn)
    .trim();
  const [sign = ''] = /^[+\-\u2212]/u.exec(text) ?? [];
  const unsigned = text.slice(sign.length).trimStart();
  const match = decimal.exec(unsigned);
  if (!match) return blocks.test(unsigned);
  const [, whole = '', grouped, group, mark, places = ''] = match;
  if (grouped !== undefined) return group !== mark;
  if (mark === ',') return !isThousand(whole, places) && isDecimalComma(whole, places);
  const isDialled =
    sign === '+' ? callingCodeAt(whole + places) === whole : /^0\d/.test(whole) && sign === '';
  return !(isDialled && isWhole());
}
