import Papa from 'papaparse';
import { answerRequest, inParts } from '#components/batches/new/lines/line-worker.ts';
import { parseTable } from '#lib/batches/lines/csv.ts';
import type { WorkbookCell } from '#lib/domain/workbook-xml.ts';
import { writeWorkbook } from '#lib/exports/write-workbook.ts';

const rows = 20_000;
const head = ['No.', 'DID', 'Voice URL', 'Desk', 'Note'];
const rowOf = (n: number): string[] => [
  ...[String(n + 1), `0755-${80_000_000 + n}`, `https://hooks.acme.com/in/${n}?a=1,2`, `Desk ${n}`],
  n % 9 === 0 ? 'say "hi"' : '',
];
const apps = [{ id: '1400000000', name: 'Main line' }];

const csv = () => Papa.unparse([head, ...Array.from({ length: rows }, (_, n) => rowOf(n))]);

async function* rowsOf(count: number, row: (n: number) => WorkbookCell[]): AsyncGenerator<WorkbookCell[][]> {
  for (let from = 0; from < count; from += 500)
    yield Array.from({ length: Math.min(500, count - from) }, (_, n) => row(from + n));
}

async function workbook(batches: AsyncIterable<WorkbookCell[][]>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const part of writeWorkbook(batches)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

/** The messages that the worker sends, which is all that the page waits for. */
async function plan(source: { text: string } | { bytes: ArrayBuffer }): Promise<string> {
  const answer = await answerRequest({
    ...{ ask: 1, source, apps, allowHttp: false },
    defaults: { appId: '1400000000', callbackUrl: null },
  });
  if (!answer.ok) throw new Error(answer.problem.code);
  const ready = answer.planned.filter(({ kind }) => kind === 'ready').length;
  return `${ready} ready lines in ${[...inParts(answer)].length} messages`;
}

const historyRow = (n: number): WorkbookCell[] =>
  Array.from({ length: 24 }, (_, place) =>
    place < 2
      ? { moment: Date.UTC(2026, 10, 30) + n * 1_000 }
      : place === 19
        ? n
        : `00860755${80_000_000 + n} ${place}`,
  );

const exported = (count: number) => async () => async () => {
  let bytes = 0;
  for await (const part of writeWorkbook(rowsOf(count, historyRow))) bytes += part.length;
  return `${count} x 24 cells, ${(bytes / 2 ** 20).toFixed(1)} MiB`;
};

/** By name: makes what is read, then gives what is measured. */
export const tableCases: Record<string, () => Promise<() => Promise<string>>> = {
  'CSV, Papa Parse alone': async () => {
    const text = csv();
    return async () => `${Papa.parse(text).data.length} records`;
  },
  'CSV, our reader alone': async () => {
    const text = csv();
    return async () => {
      const table = parseTable(text);
      return table.ok ? `${table.value.records.length} records` : table.problem.code;
    };
  },
  'CSV read, mapped and classified, as the worker does': async () => {
    const text = csv();
    return () => plan({ text });
  },
  '.xlsx read, mapped and classified': async () => {
    const bytes = await workbook(rowsOf(rows + 1, (n) => (n === 0 ? head : rowOf(n - 1))));
    return async () => `${(bytes.length / 2 ** 20).toFixed(1)} MiB: ${await plan({ bytes: bytes.buffer })}`;
  },
  '.xlsx export': exported(rows),
  '.xlsx export of 100,000 rows': exported(100_000),
};

/** The case of this name, ready to be measured. */
export async function prepareCase(name: string): Promise<() => Promise<string>> {
  const make = tableCases[name];
  if (!make) throw new Error(`No case is called ${name}.`);
  return make();
}
