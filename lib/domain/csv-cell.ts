/**
 * What a spreadsheet would run instead of show: formulas, also in full-width characters, and what hides their
 * beginning.
 */
const runs = /^[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;

/**
 * What a spreadsheet would take for a number, a date or an amount, and change: `0086…` loses its zeros, twelve digits
 * become 1.4E+11, `3-4` becomes a day in April.
 */
const changes = /^(?=.*\d)[\d\s.,:/+\-eE%$€£¥()]+$/;

/** Digits that every spreadsheet shows as they are. */
const staysItself = /^(?:0|[1-9]\d{0,10})$/;

/**
 * A text as it goes into a cell: with one apostrophe in front where a spreadsheet would run or change it. A text that
 * begins with an apostrophe gets one more, so that taking off exactly one always gives the text back.
 */
export const guardCell = (text: string): string =>
  text.startsWith("'") || runs.test(text) || (changes.test(text) && !staysItself.test(text))
    ? `'${text}`
    : text;

/** The text of a cell that `guardCell` wrote. */
export const unguardCell = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);
