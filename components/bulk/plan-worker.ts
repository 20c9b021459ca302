import { applyChanges } from '#components/bulk/new/line-changes.ts';
import type { PlanAnswer, PlanMessage, PlanRequest } from '#components/bulk/plan-message.ts';
import { batchLimits } from '#lib/domain/batch.ts';
import { findTooWide, mapColumns, readLines } from '#lib/domain/batch-columns.ts';
import { parseTable } from '#lib/domain/batch-csv.ts';
import { decodeFile } from '#lib/domain/batch-decode.ts';
import { planLines } from '#lib/domain/batch-plan.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';
import { fail } from '#lib/domain/result.ts';

/** Records that the preview of the columns shows. */
const sampleRecords = 5;
/** Lines that one message brings. */
const partLines = 2_000;

/** Reads a file and plans its lines, away from the page's own thread. */
export function answerPlan({ ask, source, ...given }: PlanRequest): PlanAnswer {
  const decoded = 'text' in source ? null : decodeFile(new Uint8Array(source.bytes));
  if (decoded && !decoded.ok) return { ask, ...decoded };
  const text = 'text' in source ? source.text : (decoded?.value.text ?? '');
  const table = parseTable(text);
  if (!table.ok) return { ask, ...table };
  const map = given.map ?? mapColumns(table.value, given.apps);
  const wide = findTooWide(table.value, map);
  if (wide) return { ask, ...fail(tooWide(text, wide)) };
  const lines = readLines(table.value, map, given.defaults);
  // One more is read, since the first may be a header; where it is none, the last is one too many.
  const over = lines[batchLimits.rows];
  if (over)
    return {
      ask,
      ...fail(
        problem('batch_too_many_rows', { params: { line: over.line, column: 1, limit: batchLimits.rows } }),
      ),
    };
  return {
    ask,
    ok: true,
    encoding: decoded?.value.encoding ?? null,
    delimiter: table.value.delimiter,
    map,
    sample: table.value.records.slice(0, sampleRecords).map(({ fields }) => fields),
    planned: planLines(applyChanges(lines, given.changes ?? []), given),
  };
}

/** Reads the text once more for the place, which is not kept of every field. A number and its URL may be one field yet. */
function tooWide(text: string, { line, width }: { line: number; width: number }): Problem {
  const again = parseTable(text, width);
  return again.ok ? problem('batch_line_too_wide', { params: { line, column: 1 } }) : again.problem;
}

/** The answer as messages; see `PlanMessage`. */
export function* inParts(answer: PlanAnswer): Generator<PlanMessage> {
  if (!answer.ok) return yield answer;
  for (let from = 0; from < answer.planned.length; from += partLines)
    yield { ask: answer.ask, part: answer.planned.slice(from, from + partLines) };
  yield { ...answer, planned: [] };
}

if (typeof self !== 'undefined' && 'WorkerGlobalScope' in self)
  self.onmessage = ({ data }: MessageEvent<PlanRequest>) => {
    for (const message of inParts(answerPlan(data))) self.postMessage(message);
  };
