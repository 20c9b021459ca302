/** What a cell of a workbook can hold: a text stays a text whatever it looks like; a moment is shown as date and time. */
export type WorkbookCell = string | number | null | { moment: number };

/** Source of names, attributes and their order: ECMA-376 Part 1, 18.2, 18.3 and 18.8. */
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const package_ = 'http://schemas.openxmlformats.org/package/2006';
const document_ = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The most that a cell of a spreadsheet holds, in UTF-16 units. */
const longestText = 32_767;

/** Days between the first day of spreadsheets and that of Unix, which a spreadsheet counts in days. */
const unixDay = 25_569;
const dayMs = 86_400_000;

/** Characters that XML cannot hold are written as spreadsheets do, and what looks so written is guarded. */
const escapeText = (text: string): string =>
  text
    .slice(0, longestText)
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    .replace(/[\0-\x08\x0b\x0c\r\x0e-\x1f\ufffe\uffff]/g, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    })
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

export const columnLetters = (place: number): string =>
  (place >= 26 ? columnLetters(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + (place % 26));

function cellXml(cell: WorkbookCell, reference: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'object')
    return `<c r="${reference}" s="1"><v>${cell.moment / dayMs + unixDay}</v></c>`;
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeText(cell)}</t></is></c>`;
}

/** Row `row` of a sheet, from 1. */
export const rowXml = (cells: readonly WorkbookCell[], row: number): string =>
  `<row r="${row}">${cells.map((cell, place) => cellXml(cell, `${columnLetters(place)}${row}`)).join('')}</row>`;

/** The sheet up to its rows, with the first one kept in sight, and what ends it. */
export const sheetXml = {
  start: `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="200" width="22" customWidth="1"/></cols><sheetData>`,
  end: '</sheetData></worksheet>',
  name: 'xl/worksheets/sheet1.xml',
} as const;

/** Every other part of a workbook with one sheet. */
export const workbookParts = (sheet: string): Record<string, string> => ({
  '[Content_Types].xml': `${xml}<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${document_}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${document_}"><sheets><sheet name="${escapeText(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${document_}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${document_}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${xml}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
});
