import 'server-only';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { shownUrl } from '#lib/bindings/to-view.ts';
import { findBatch, listLines } from '#lib/bulk/store.ts';
import { listSource, listUndoing } from '#lib/bulk/store-lines.ts';
import type { SourceLine, SourceLines } from '#lib/bulk/view.ts';
import { batchLimits } from '#lib/domain/batch.ts';
import { byteOrderMark, csvLine } from '#lib/domain/csv.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';
import type { Download } from '#lib/entry/define-download.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';

const { rows: mostLines } = batchLimits;
/** Lines a part of the report has. */
const partLines = 500;

const cut = (lines: SourceLine[]): SourceLines => ({
  lines: lines.slice(0, mostLines),
  more: lines.length > mostLines,
});

/** Lines that would take back what a batch bound; URLs whole, for who may send them. */
export async function listUndoLines(
  { db }: Context,
  viewer: Viewer,
  id: string,
): Promise<Result<SourceLines>> {
  if (!can(viewer, 'batches.run')) return fail(problem('forbidden'));
  if ((await findBatch(db, id)) === null) return fail(problem('not_found'));
  const found = await listUndoing(db, id, mostLines + 1);
  return ok(cut(found.map(({ restoresBindingId: _restored, ...line }) => line)));
}

/** Numbers of the board to begin a batch with; URLs whole, for who is about to replace them. */
export async function listSourceLines(
  { db, apps }: Context,
  viewer: Viewer,
  search: NumbersSearch,
): Promise<Result<SourceLines>> {
  if (!can(viewer, 'batches.run')) return fail(problem('forbidden'));
  const appIds = (await apps()).map((app) => app.id);
  return ok(cut(await listSource(db, search, { appIds, limit: mostLines + 1 })));
}

const columns = [
  ...['line', 'app_id', 'number', 'number_type', 'previous_url', 'callback_url', 'outcome'],
  ...['code', 'message', 'request_id', 'attempts', 'settled_utc', 'binding_id'],
];

/** What became of every line, as CSV, with secrets of URLs hidden as on the screen. */
export async function openReport({ db }: Context, viewer: Viewer, id: string): Promise<Result<Download>> {
  if (!can(viewer, 'batches.read')) return fail(problem('forbidden'));
  if ((await findBatch(db, id)) === null) return fail(problem('not_found'));
  return ok({
    fileName: `batch-${id}.csv`,
    contentType: 'text/csv; charset=utf-8; header=present',
    parts: writeReport({ db }, id),
  });
}

async function* writeReport({ db }: Pick<Context, 'db'>, id: string): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columns);
  for (let after = 0; ; ) {
    const rows = await listLines(db, id, { state: null, after, limit: partLines });
    const last = rows.at(-1);
    if (!last) return;
    yield rows
      .map((row) =>
        csvLine([
          ...[row.batchLine, row.appId, row.number, row.numberType, shownUrl(row.previousUrl)],
          ...[shownUrl(row.callbackUrl), row.state, row.code, row.message, row.requestId, row.attemptCount],
          ...[row.settledAt ? { plain: row.settledAt.toISOString() } : null, row.id],
        ]),
      )
      .join('');
    after = last.batchLine ?? 0;
  }
}
