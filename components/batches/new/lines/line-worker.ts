import { answersOf, applyChanges } from '#components/batches/new/lines/line-changes.ts';
import type { PlanAnswer, PlanMessage, PlanRequest } from '#components/batches/new/lines/line-messages.ts';
import { readWorkbook, type Workbook } from '#components/batches/new/source/read-workbook.ts';
import { mapColumns } from '#lib/batches/lines/columns.ts';
import { parseTable, type Table, tooManyRows } from '#lib/batches/lines/csv.ts';
import { decodeFile, isZip } from '#lib/batches/lines/decode.ts';
import { asNumberList, readLines } from '#lib/batches/lines/lines.ts';
import { planLines } from '#lib/batches/lines/plan.ts';
import { withoutRules } from '#lib/batches/lines/rules.ts';
import { batchLimits } from '#lib/domain/batch.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, type Result } from '#lib/domain/result.ts';

/** Records that the preview of the columns shows. */
const sampleRecords = 5;
/** Lines that one message brings. */
const partLines = 2_000;

type Read = { table: Table } & Pick<Extract<PlanAnswer, { ok: true }>, 'encoding' | 'workbook'>;

/** Reads a text, or a file that is text, and plans its lines, away from the page's own thread. */
export function answerPlan(request: PlanRequest): PlanAnswer {
  const { ask, source } = request;
  const decoded = 'text' in source ? null : decodeFile(new Uint8Array(source.bytes));
  if (decoded && !decoded.ok) return { ask, ...decoded };
  const table = parseTable('text' in source ? source.text : (decoded?.value.text ?? ''));
  if (!table.ok) return { ask, ...table };
  if (decoded && table.value.records.length === 0) return { ask, ...fail(problem('batch_file_empty')) };
  const encoding = decoded?.value.encoding ?? null;
  return planTable(request, { table: table.value, encoding, workbook: null });
}

type LastWorkbook = { bytes: Uint8Array; asked: number | null; read: Result<Workbook> };

/** The workbook that was read last: each change of a line asks for it once more, and unpacking it takes longest. */
let lastWorkbook: LastWorkbook | null = null;

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, place) => byte === other[place]);

/** The same for a workbook. */
export async function answerWorkbook(
  request: PlanRequest,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<PlanAnswer> {
  const { ask, sheet: asked = null } = request;
  const known = lastWorkbook?.asked === asked && isSame(lastWorkbook.bytes, bytes) ? lastWorkbook.read : null;
  const read = known ?? (await readWorkbook(bytes, asked));
  lastWorkbook = { bytes, asked, read };
  if (!read.ok) return { ask, ...read };
  const { table, sheets, sheet } = read.value;
  return planTable(request, { table, encoding: null, workbook: { sheets, sheet } });
}

function planTable({ ask, ...given }: PlanRequest, { table: found, ...rest }: Read): PlanAnswer {
  const { changes = [], retiredApps: retired = [] } = given;
  const { table: tidy, skipped } = withoutRules(found);
  const table = asNumberList(tidy) ?? tidy;
  const map = given.map ?? mapColumns(table, [...given.apps, ...retired]);
  const lines = readLines(table, map, given.defaults);
  const over = lines[batchLimits.rows];
  if (over) return { ask, ...fail(tooManyRows(over.line)) };
  const { records } = table;
  const from = map.hasHeader ? (map.headerAt ?? 0) : 0;
  const places = new Set(
    records.flatMap(({ fields }) => fields.flatMap((field, at) => (field.trim() ? [at] : []))),
  );
  return {
    ask,
    ok: true,
    ...rest,
    map,
    places: [...places].sort((one, other) => one - other),
    sample: records.slice(from, from + sampleRecords).map(({ fields }) => fields),
    headerLine: records[from]?.line ?? 1,
    skipped,
    planned: planLines(applyChanges(lines, changes, given), {
      ...given,
      retired,
      answers: answersOf(changes),
    }),
  };
}

/** The answer as messages; see `PlanMessage`. */
export function* inParts(answer: PlanAnswer): Generator<PlanMessage> {
  if (!answer.ok) return yield answer;
  for (let from = 0; from < answer.planned.length; from += partLines)
    yield { ask: answer.ask, part: answer.planned.slice(from, from + partLines) };
  yield { ...answer, planned: [] };
}

/** Answers a request of any kind. */
export async function answerRequest(request: PlanRequest): Promise<PlanAnswer> {
  const bytes = 'bytes' in request.source ? new Uint8Array(request.source.bytes) : null;
  return bytes && isZip(bytes) ? answerWorkbook(request, bytes) : answerPlan(request);
}

if (typeof self !== 'undefined' && 'WorkerGlobalScope' in self)
  self.onmessage = async ({ data }: MessageEvent<PlanRequest>) => {
    for (const message of inParts(await answerRequest(data))) self.postMessage(message);
  };
