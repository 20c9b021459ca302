/** A bar and full-width marks are what chats and wikis put between the cells of a table. */
export const delimiters = [',', ';', '\t', '|', '，', '；'] as const;
export type Delimiter = (typeof delimiters)[number];

/** This part of a text decides what separates its fields, in characters. */
const sampleLength = 20_000;

/** Excel's own first line, which names the separator. */
export const excelHint = /^"?sep=([,;\t|])"?(?=[\r\n]|$)/i;

/** A tab beside another separator or at an end of a line is padding: it keeps a spreadsheet from changing the digits. */
const padding = /^\t+|\t+(?=\s*(?:[,;|，；]|$))|(?<=[,;|，；])[\t ]*\t/g;

/** What looks like separated and is one number: groups of thousands, an extension after the number. */
const oneNumber = /^\s*["']?\d{1,3}(?:,\d{3}){2,}["']?\s*$|;\s*ext(?:ension)?\s*=/i;

/** The separator that a line shows: a tab, else the first one outside a URL, else the last one behind a URL. */
function shownBy(line: string): string | undefined {
  const unpadded = line.replace(padding, '').replace(oneNumber, '');
  if (unpadded.includes('\t')) return '\t';
  const beforeUrl = /^(.*?)https?:/i.exec(unpadded)?.[1] ?? unpadded;
  const others = /[,;|，；]/g;
  return beforeUrl.trim() === '' ? unpadded.match(others)?.at(-1) : beforeUrl.match(others)?.[0];
}

/** A field in quotes, whose separators are no separators. A quote within a field encloses nothing. */
const enclosed = /(^|[,;\t|，；\r\n])[ \t]*"(?:[^"]|""){0,4096}"(?=[ \t]*(?:[,;\t|，；\r\n]|$))/g;

/**
 * Lines vote, not characters: `,` and `;` stand in URLs too, where they would outvote the one separator of a line. Null:
 * nothing is separated, as in a list of numbers.
 */
export function findDelimiter(text: string): Delimiter | null {
  const hint = excelHint.exec(text)?.[1];
  if (hint) return delimiters.find((delimiter) => delimiter === hint) ?? null;
  const head = text.slice(0, sampleLength).replace(enclosed, '$1""');
  const lines = head.split(/[\r\n]+/);
  // Only tabs that fill the ends of their lines: still a table of cells, most of them empty.
  const votes = Map.groupBy(lines, shownBy);
  const most = Math.max(...delimiters.map((delimiter) => votes.get(delimiter)?.length ?? 0));
  if (most === 0) return lines.some((line) => line.includes('\t')) ? '\t' : null;
  return delimiters.find((delimiter) => votes.get(delimiter)?.length === most) ?? null;
}
