import { parentPort } from 'node:worker_threads';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { rowXml, sheetXml, type WorkbookCell, workbookParts } from '#lib/domain/workbook-xml.ts';

// The thread that packs a workbook while its rows come. Started by its own file name, so it stands outside the bundle and
// imports nothing that needs it.

/** What the thread is told: rows, or that there are no more. It answers each message with what is packed by then. */
export type ThreadMessage = { rows: WorkbookCell[][] } | 'end';
export type ThreadAnswer = { chunks: Uint8Array<ArrayBuffer>[] };

const port = parentPort;
if (!port) throw new Error('This file runs as a thread.');

let packed: Uint8Array<ArrayBuffer>[] = [];
let failed: Error | null = null;
const archive = new Zip((error, chunk) => {
  if (error) failed = error;
  else packed.push(new Uint8Array(chunk));
});
for (const [name, text] of Object.entries(workbookParts('History'))) {
  const part = new ZipDeflate(name);
  archive.add(part);
  part.push(strToU8(text), true);
}
const sheet = new ZipDeflate(sheetXml.name, { level: 6 });
archive.add(sheet);
sheet.push(strToU8(sheetXml.start));
let row = 0;

port.on('message', (message: ThreadMessage) => {
  if (message === 'end') {
    sheet.push(strToU8(sheetXml.end), true);
    archive.end();
  } else {
    const lines = message.rows.map((cells) => {
      row += 1;
      return rowXml(cells, row);
    });
    sheet.push(strToU8(lines.join('')));
  }
  if (failed) throw failed;
  const chunks = packed;
  packed = [];
  port.postMessage(
    { chunks } satisfies ThreadAnswer,
    chunks.map(({ buffer }) => buffer),
  );
});
