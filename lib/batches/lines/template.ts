import { byteOrderMark, csvLine } from '#lib/domain/csv.ts';

/** A file to fill in: what each column is called, and two lines as an example. */
export const templateCsv = (appId: string): string =>
  byteOrderMark +
  [
    ['number', 'callback_url', 'number_type', 'app_id'],
    ['0086075586013388', 'https://ivr.example.com/in', 'number', appId],
    ['8001', 'https://ivr.example.com/inner', 'inner', appId],
  ]
    .map(csvLine)
    .join('');
