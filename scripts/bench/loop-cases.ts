import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { callAction, returnedBy } from '#e2e/attack/call.ts';
import { paths } from '#lib/paths.ts';
import { wantsBatch } from '#lib/testing/batches/wants.ts';
import { batchRows, boundBatchId, historyRows, type Seeded } from '#scripts/bench/loop-seed.ts';

/** A running console, what it holds, and who is signed in at it. */
export type Bench = { origin: string; seeded: Seeded; admin: string; people: readonly string[] };

/** Reads an answer to its end and gives how many lines it had, and its first byte. */
function fetchLines(
  { origin }: Bench,
  path: string,
  cookie: string,
): Promise<{ bytes: number; lines: number }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ bytes: number; lines: number }>();
  get(`${origin}${path}`, { headers: { cookie } }, async (response) => {
    if (response.statusCode !== 200) reject(new Error(`${path} answered ${response.statusCode}.`));
    const read = { bytes: 0, lines: 0 };
    try {
      for await (const chunk of response as AsyncIterable<Buffer>) {
        read.bytes += chunk.length;
        for (const byte of chunk) if (byte === 10) read.lines += 1;
      }
      resolve(read);
    } catch (error) {
      reject(error);
    }
  }).on('error', reject);
  return promise;
}

type Wanted = { search: object; format: 'csv' | 'xlsx'; rows: number };

async function exportRows(bench: Bench, cookie: string, { search, format, rows }: Wanted): Promise<void> {
  const input = { search, format, zone: 'Asia/Shanghai' };
  const ready = returnedBy<{ id: string; rows: number }>(
    await callAction(bench.origin, 'startExport', [input], { cookie }),
  );
  if (ready.rows !== rows) throw new Error(`${ready.rows} rows to export instead of ${rows}.`);
  const { lines } = await fetchLines(bench, paths.api.export(ready.id), cookie);
  if (format === 'csv' && lines !== rows + 1) throw new Error(`${lines} lines instead of ${rows + 1}.`);
}

async function readReport(bench: Bench): Promise<void> {
  const { lines } = await fetchLines(
    bench,
    paths.api.batchReport(boundBatchId, 'Asia/Shanghai'),
    bench.admin,
  );
  if (lines !== batchRows + 1) throw new Error(`${lines} lines of a report instead of ${batchRows + 1}.`);
}

const numberOf = (index: number) => `00860755${70_000_000 + index}`;

async function act<Value>({ origin, admin }: Bench, name: string, input: unknown): Promise<Value> {
  return returnedBy<Value>(await callAction(origin, name, [input], { cookie: admin }));
}

const readFacts = (bench: Bench) =>
  act(bench, 'readBatchFacts', {
    keys: Array.from({ length: batchRows }, (_, index) => ({
      appId: '1400000001',
      number: `00860755${60_000_001 + index}`,
    })),
    batchKey: randomUUID(),
  });

const readUndo = (bench: Bench) => fetchLines(bench, paths.api.batchUndo(boundBatchId), bench.admin);

let startedId = '';
const lines = Array.from({ length: batchRows }, (_, index) => ({
  number: numberOf(index),
  callbackUrl: `https://hooks.acme.example/line/${index}`,
}));

async function startBatch(bench: Bench): Promise<void> {
  const { batchId } = await act<{ batchId: string }>(bench, 'startBatch', wantsBatch(lines));
  startedId = batchId;
}

const stopBatch = (bench: Bench) => act(bench, 'changeBatch', { batchId: startedId, to: 'stopped' });

export type Case = { title: string; work: (bench: Bench) => Promise<unknown> };

/** In this order: a batch is stopped that was started before, or it would go on for a quarter of an hour. */
export const cases: Case[] = [
  { title: 'nothing for 2 s', work: () => new Promise((resolve) => setTimeout(resolve, 2_000)) },
  {
    title: 'one person exports 50,000 rows',
    work: (bench) =>
      exportRows(bench, bench.people[0] ?? '', {
        search: bench.seeded.whole,
        format: 'csv',
        rows: historyRows,
      }),
  },
  {
    title: 'three people export 50,000 rows each',
    work: (bench) =>
      Promise.all(
        bench.people.map((cookie) =>
          exportRows(bench, cookie, { search: bench.seeded.whole, format: 'csv', rows: historyRows }),
        ),
      ),
  },
  {
    title: 'an export of 20,000 rows as .xlsx',
    work: (bench) =>
      exportRows(bench, bench.people[0] ?? '', {
        search: bench.seeded.part,
        format: 'xlsx',
        rows: batchRows,
      }),
  },
  { title: 'a report of 20,000 rows is written', work: readReport },
  { title: 'a batch of 20,000 rows starts', work: startBatch },
  { title: 'that batch is stopped', work: stopBatch },
  { title: 'the dry run asks for 20,000 numbers', work: readFacts },
  { title: 'an undo of 20,000 rows is prepared', work: readUndo },
];
