import 'server-only';
import { giveRows, recordUrlsRead } from '#lib/audit-log/reading.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { inRanges } from '#lib/batches/lines/reading.ts';
import { findBatch, listLines } from '#lib/batches/store.ts';
import { listSource } from '#lib/batches/store-lines.ts';
import type { BatchRow } from '#lib/batches/store-start.ts';
import type { SourceLine, SourceLines } from '#lib/batches/view.ts';
import { shownUrl } from '#lib/bindings/to-view.ts';
import { monotonicMs, now } from '#lib/clock.ts';
import { batchLimits } from '#lib/domain/batch.ts';
import { byteOrderMark, csvLine } from '#lib/domain/csv.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { makeTimeOrderedId } from '#lib/domain/time-ordered-id.ts';
import { hiddenPartsDiffer } from '#lib/domain/urls/callback-url-secrets.ts';
import { wallClock } from '#lib/domain/wall-clock.ts';
import { isTimeZone } from '#lib/domain/zone.ts';
import type { Context } from '#lib/entry/context.ts';
import type { Download } from '#lib/entry/define-download.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { chunkSize } from '#lib/server/chunk-size.ts';
import { exportQueue } from '#lib/server/export-queue.ts';
import { writeInTurn } from '#lib/server/write-in-turn.ts';

const { rows: mostLines } = batchLimits;
/** Lines a part of the report has, see `ChunkSize`. */
const partLines = { least: 100, most: 500, targetMs: 15 };

const cut = (lines: SourceLine[]): SourceLines => ({
  lines: lines.slice(0, mostLines),
  more: lines.length > mostLines,
});

/** Numbers of the board to begin a batch with; URLs whole, for who is about to replace them. */
export async function listSourceLines(
  { db, apps }: Context,
  viewer: Viewer,
  search: NumbersSearch,
): Promise<Result<SourceLines>> {
  if (!can(viewer, 'batches.run')) return fail(problem('forbidden'));
  const appIds = (await apps()).map((app) => app.id);
  const found = cut(await listSource(db, search, { appIds, limit: mostLines + 1 }));
  const keys = found.lines.map(({ appId, number }) => `number ${appId} ${number}`);
  const given = await giveRows({ db }, viewer, { scope: 'batches', keys }, found);
  const urls = found.lines.filter(({ callbackUrl }) => callbackUrl !== null).length;
  if (given.ok)
    await recordUrlsRead({ db }, viewer, {
      use: 'source',
      part: makeTimeOrderedId(now()),
      batchId: null,
      urls,
    });
  return given;
}

const columns = [
  ...['line', 'app_id', 'number', 'number_type', 'previous_url', 'callback_url', 'hidden_parts_differ'],
  ...['outcome', 'code', 'message', 'request_id', 'attempts', 'settled_utc', 'settled_local', 'binding_id'],
  ...['number_read_as', 'number_read_as_decided_by'],
];

type Asked = { id: string /** By the name Intl knows it; any other text: UTC. */; zone: string };

/** What became of every line, as CSV, when it is its turn among exports (`ExportQueue`), with secrets of URLs hidden as on the screen, and times as in history's export. */
export async function openReport(
  { db }: Context,
  viewer: Viewer,
  { id, zone }: Asked,
): Promise<Result<Download>> {
  if (!can(viewer, 'batches.read')) return fail(problem('forbidden'));
  const batch = await findBatch(db, id);
  if (batch === null) return fail(problem('not_found'));
  const room = exportQueue().makeRoom(viewer.id);
  if (room === null) return fail(problem('export_too_many_waiting'));
  room.giveBack();
  await recordUrlsRead({ db }, viewer, {
    use: 'report',
    part: batch.id,
    batchId: batch.id,
    urls: batch.total,
  });
  return ok({
    fileName: `batch-${id}.csv`,
    contentType: 'text/csv; charset=utf-8; header=present',
    parts: writeInTurn(writeReport({ db }, { batch, zone: isTimeZone(zone) ? zone : 'UTC' }), {
      personId: viewer.id,
    }),
  });
}

async function* writeReport(
  { db }: Pick<Context, 'db'>,
  { batch: { id, readings, actorName }, zone }: { batch: BatchRow; zone: string },
): AsyncGenerator<string> {
  const local = wallClock(zone);
  const decided = (readings ?? []).map(({ group, lines }) => ({ group, has: inRanges(lines) }));
  const readAs = (line: number | null) =>
    decided.find(({ has }) => line !== null && has(line))?.group ?? null;
  yield byteOrderMark +
    csvLine(columns.map((name) => (name === 'settled_local' ? `${name} (${zone})` : name)));
  const chunk = chunkSize(partLines);
  for (let after = 0; ; ) {
    const startedMs = monotonicMs();
    const rows = await listLines(db, id, { state: null, after, limit: chunk.rows });
    chunk.took(rows.length, monotonicMs() - startedMs);
    const last = rows.at(-1);
    if (!last) return;
    yield rows
      .map((row) =>
        csvLine([
          ...[row.batchLine, row.appId, row.number, row.numberType, shownUrl(row.previousUrl)],
          ...[shownUrl(row.callbackUrl), hiddenPartsDiffer(row.previousUrl, row.callbackUrl) ? 'yes' : 'no'],
          ...[row.state, row.code, row.message, row.requestId, row.attemptCount],
          row.settledAt ? { plain: row.settledAt.toISOString() } : null,
          row.settledAt ? { plain: local(row.settledAt) } : null,
          row.id,
          ...[readAs(row.batchLine), readAs(row.batchLine) === null ? null : actorName],
        ]),
      )
      .join('');
    after = last.batchLine ?? 0;
  }
}
