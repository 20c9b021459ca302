/**
 * What spreadsheets and exports make of a number cell. `decimals`: zeros taken from behind the decimal point; `exponent`: the power
 * of ten of a number in scientific notation that had all its digits and was written out.
 */
export type CellText =
  | { kind: 'text'; text: string; unwrapped: boolean; decimals: string; exponent: string }
  | { kind: 'shortened' }
  | { kind: 'formula_error'; text: string }
  | { kind: 'no_value'; text: string };

/**
 * Errors of Excel, LibreOffice, Google Sheets and WPS in every language: #N/A, #¡REF!, #BEZUG!, #DIV/0!, Err:502, ####. Small letters
 * only where a mark ends them: #general is a channel.
 */
const formulaError =
  /^(?:#[¡¿]?[\p{Lu}\p{Lo}\p{Lm}\p{M}][\p{Lu}\p{Lo}\p{Lm}\p{M}\s/_.]*0?[!?]?|#[¡¿]?\p{L}[\p{L}\p{M}\s/_.]*0?[!?]|#n\/[ad]|#{2,}|[Ee][Rr][Rr]:\d{3})$/u;

/** What databases and programs write where there is no value. */
const noValue =
  /^(?:[(<[{]?(?:null|none|nil|nan|na|n\/a|n\.a\.?|undefined|unknown|empty|blank|missing|tbd|tbc)[)>\]}]?|\\n|nul|nulo|nulle|无|無|空|空白|暂无|暫無|未知|不详|没有|-+nan|[-\u2013\u2014]{1,3})$/iu;

/** 8.6E+12, 1,38e10, 8.6×10^12. Excel pads nothing; programs write the exponent with up to three digits. */
const scientific = /^[+-]?(\d+)(?:[.,](\d*))?\s*(?:e|[x×*·]\s*10\s*\^?)\s*([+-]?\d{1,3})$/iu;

const startOf = (text: string): string =>
  unwrap(
    text
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .trim(),
  ).text;

/** The error that a failed formula has left in a cell of any column; null where there is none. */
export function readFormulaError(cell: string): string | null {
  if (cell.length > cellLimit || !/#|^\W*err:/i.test(cell)) return null;
  const text = startOf(cell);
  return formulaError.test(text) ? text : null;
}

/** What says in a cell of any column that it has no value; null where there is one. */
export function readNoValue(cell: string): string | null {
  const text = cell.length > cellLimit ? '' : startOf(cell);
  return noValue.test(text) ? text : null;
}

/**
 * The zeros behind the decimal point of a number cell. Several points are groups of a written number (01.42.68.53.00), and so are
 * three zeros behind a short run of digits.
 */
function decimalZeros(text: string): string {
  const match = /^([^\r\n;]*\d)[.,](0+)$/u.exec(text);
  if (!match) return '';
  const [, number = '', zeros = ''] = match;
  const mark = text.at(-1 - zeros.length);
  const isThousands =
    /^\+?\d{1,3}(?:(?:,\d{3}){2,}|(?:\.\d{3}){2,})$/.test(number) ||
    (zeros.length < 3 && /^[1-9]\d{0,2}[.,]\d{3}$/.test(number) && mark !== number.at(-4));
  if (!isThousands && /[.,]/.test(number)) return '';
  if (/^\+?\d+$/.test(number)) return zeros.length < 3 || number.length > 3 ? zeros : '';
  return zeros.length < 3 && (isThousands || number.replace(/\D/g, '').length >= 7) ? zeros : '';
}

const quotes: [open: string, close: string][] = [
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['「', '」'],
  ['`', '`'],
];

/** Takes off `="…"`, quotes around the whole text and an apostrophe in front. */
function unwrap(typed: string): { text: string; unwrapped: boolean } {
  let text = typed;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/^=\s*(?=["'“‘+\d(])/u, '').replace(/^['‘’]+(?=[+=\d("#])/u, '');
    const pair = quotes.find(([open, close]) => text.startsWith(open) && text.endsWith(close));
    if (pair && text.length > 1) text = text.slice(1, -1).replaceAll('""', '"').trim();
  }
  return { text, unwrapped: text !== typed };
}

/** Longest number that a spreadsheet keeps exactly, in digits. */
const exactDigits = 15;

function expand([, whole = '', fraction = '', exponent = '']: RegExpExecArray): string | null {
  const places = Number(exponent);
  const digits = whole + fraction;
  const isComplete = places >= 0 && fraction.length === places && digits.length <= exactDigits;
  return isComplete && digits.length >= 7 ? digits : null;
}

/** No cell that holds one number is longer. */
const cellLimit = 200;

/** Reads a cell's text as its author meant it, and reports what cannot be read because digits are lost. */
export function readCell(typed: string): CellText {
  // Taking a character out from between two halves of another one would make a digit that nobody typed.
  if (typed.length > cellLimit || !typed.isWellFormed())
    return { kind: 'text', text: typed, unwrapped: false, decimals: '', exponent: '' };
  const { text, unwrapped } = unwrap(
    typed
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .trim(),
  );
  if (formulaError.test(text)) return { kind: 'formula_error', text };
  if (noValue.test(text)) return { kind: 'no_value', text };
  const power = scientific.exec(text);
  if (power) {
    const digits = expand(power);
    if (digits === null) return { kind: 'shortened' };
    return {
      kind: 'text',
      text: digits,
      unwrapped,
      decimals: '',
      exponent: power[3]?.replace(/\D/g, '') ?? '',
    };
  }
  const zeros = decimalZeros(text);
  // One point alone would make a decimal number of the thousands that are left.
  const number =
    zeros === '' ? text : text.slice(0, -1 - zeros.length).replace(/^(\d{1,3})\.(\d{3})$/, '$1$2');
  const isTouched = unwrapped || zeros !== '';
  return { kind: 'text', text: isTouched ? number : typed, unwrapped, decimals: zeros, exponent: '' };
}

/** Digits in groups of one to four, with commas between them. */
const grouped = /^\+?\d{1,4}(?:,\s?\d{1,4})+$/u;

/** Thousands as they are written: one or two digits, then threes; in India twos before the last three. */
const thousands = /^\+?(?:\d{1,2}(?:,\s?\d{3}){2,}|\d{1,2}(?:,\s?\d{2})+,\s?\d{3})$/u;

/**
 * A text whose commas may stand between groups of one number (13,800,138,000) instead of between numbers. `certain`: its
 * parts cannot be numbers of a list; those of 101,102,103 can.
 */
export function readGroups(text: string): { joined: string; certain: boolean } | null {
  const normal = text.normalize('NFKC').replace(/٬/gu, ',').trim();
  if (!grouped.test(normal)) return null;
  const parts = normal.split(',').map((part) => part.trim());
  const isList = parts.every((part) => /^[1-9]\d+$/.test(part)) && !thousands.test(normal);
  return { joined: normal.replace(/,/g, ''), certain: !isList };
}
