import 'server-only';
import { readResetMarks } from '#lib/audit-log/resets.ts';
import { findRecorded, recordEvent } from '#lib/audit-log/service.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { monotonicMs, now } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import { byteOrderMark } from '#lib/domain/csv.ts';
import { encodeCursor, parseTimeCursor, type TimeCursor } from '#lib/domain/paging.ts';
import { problem } from '#lib/domain/problem.ts';
import { type ExportFormat, type RecordedEvent, workbookRows } from '#lib/domain/recorded-event.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { wallClock } from '#lib/domain/wall-clock.ts';
import type { WorkbookCell } from '#lib/domain/workbook-xml.ts';
import type { Context } from '#lib/entry/context.ts';
import type { Download } from '#lib/entry/define-download.ts';
import { formats, type MarkedRow, type Writing, workbookRow } from '#lib/exports/export-row.ts';
import { exportFileName } from '#lib/exports/file-name.ts';
import type { ExportInput, ExportSearch } from '#lib/exports/schema.ts';
import {
  countFrom,
  findNewest,
  hasTicket,
  insertTicket,
  listBatch,
  spendTicket,
} from '#lib/exports/store.ts';
import type { ExportCount, ExportReady, ExportTurn } from '#lib/exports/view.ts';
import { writeWorkbook } from '#lib/exports/write-workbook.ts';
import { readerOf } from '#lib/history/reader.ts';
import type { Reader } from '#lib/history/search-filter.ts';
import { parseHistorySearch, toSearchParams } from '#lib/history/search-params.ts';
import { chunkSize } from '#lib/server/chunk-size.ts';
import { exportQueue } from '#lib/server/export-queue.ts';
import { writeInTurn } from '#lib/server/write-in-turn.ts';

type Ground = Pick<Context, 'db' | 'knownApps'>;
type ExportEvent = Extract<RecordedEvent, { kind: 'export' }>;

/** Between the click and the browser's request lies a moment, or the wait for other exports. */
const ticketMs = 15 * 60_000;

/**
 * Rows a statement gives: enough that asking costs little, few enough to be no memory, and that a statement of the embedded
 * database, and writing its rows, hold the JavaScript thread for a moment only.
 */
const batchSize = { least: 100, most: 500, targetMs: 15 };

const contentTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/x-ndjson; charset=utf-8',
};

/** A file of everything is a record: it holds the denied attempts that history's first view leaves out. */
const fullReaderOf = (viewer: Viewer): Reader => ({ ...readerOf(viewer), withDenied: true });

/** How many rows an export of this search would have, however many that are. */
export async function countExport(
  { db }: Ground,
  viewer: Viewer,
  search: ExportSearch,
): Promise<Result<ExportCount>> {
  if (!can(viewer, 'bindings.export')) return fail(problem('forbidden'));
  const reader = fullReaderOf(viewer);
  const newest = await findNewest(db, search, reader);
  return ok({ rows: newest ? await countFrom(db, search, { ...reader, newest }) : 0 });
}

/**
 * Counts and records an export, and lets it be fetched once. What is in it is settled here: rows that are made later
 * are newer than its newest one.
 */
export async function startExport(
  ground: Ground,
  viewer: Viewer,
  input: ExportInput,
): Promise<Result<ExportReady>> {
  if (!can(viewer, 'bindings.export')) return fail(problem('forbidden'));
  const room = exportQueue().makeRoom(viewer.id);
  if (room === null) return fail(problem('export_too_many_waiting'));
  try {
    return await recordExport(ground, viewer, input);
  } finally {
    room.giveBack();
  }
}

async function recordExport(
  { db }: Ground,
  viewer: Viewer,
  { search, format, zone }: ExportInput,
): Promise<Result<ExportReady>> {
  const reader = fullReaderOf(viewer);
  const newest = await findNewest(db, search, reader);
  const rows = newest ? await countFrom(db, search, { ...reader, newest }) : 0;
  if (format === 'xlsx' && rows > workbookRows)
    return fail(problem('export_too_many_rows', { params: { limit: workbookRows } }));
  const details = {
    format,
    query: toSearchParams(search).toString(),
    zone,
    rows,
    newest: newest && encodeCursor(newest),
  };
  const id = await recordEvent({ db }, viewer, { kind: 'export', details });
  await insertTicket(db, id, new Date(now().getTime() + ticketMs));
  return ok({ id, rows, place: exportQueue().look(id, viewer.id) });
}

/** Whether it is the turn of a recorded export that was not fetched yet. Asking keeps its place. */
export async function readExportTurn(
  { db }: Ground,
  viewer: Viewer,
  id: string,
): Promise<Result<ExportTurn>> {
  if (!can(viewer, 'bindings.export')) return fail(problem('forbidden'));
  const event = await findRecorded({ db }, id);
  if (event?.kind !== 'export' || event.actor.id !== viewer.id || !(await hasTicket(db, id)))
    return fail(problem('not_found'));
  return ok({ place: exportQueue().look(id, viewer.id) });
}

/**
 * The file of a recorded export: for whom it was recorded for, within a quarter of an hour, once. Its first part waits until it
 * is its turn.
 */
export async function openExport(
  { db, knownApps }: Ground,
  viewer: Viewer,
  id: string,
): Promise<Result<Download>> {
  if (!can(viewer, 'bindings.export')) return fail(problem('forbidden'));
  const event = await findRecorded({ db }, id);
  if (event?.kind !== 'export' || event.actor.id !== viewer.id) return fail(problem('not_found'));
  if (!(await spendTicket(db, id))) return fail(problem('not_found'));
  const { format, zone, query } = event.details;
  const { search } = parseHistorySearch(new URLSearchParams(query));
  const writing: Writing = { apps: await knownApps(), zone, wallClock: wallClock(zone) };
  return ok({
    fileName: exportFileName({ ...writing, search, format, at: new Date(event.at) }),
    contentType: contentTypes[format],
    parts: writeInTurn(writeExport(db, event.details, { ...writing, reader: fullReaderOf(viewer) }), {
      id,
      personId: viewer.id,
    }),
  });
}

type Reading = Writing & { reader: Reader };

/** The rows of a recorded export, a batch at a time, each read when it is asked for. */
async function* batchesOf(
  db: Database,
  { query, newest }: ExportEvent['details'],
  reader: Reader,
): AsyncGenerator<MarkedRow[]> {
  const { search } = parseHistorySearch(new URLSearchParams(query));
  let from: TimeCursor | null = parseTimeCursor(newest ?? '');
  const chunk = chunkSize(batchSize);
  for (let inclusive = true; from !== null; inclusive = false) {
    const startedMs = monotonicMs();
    const size = chunk.rows;
    const rows = await listBatch(db, search, { ...reader, from, inclusive, size });
    chunk.took(rows.length, monotonicMs() - startedMs);
    const markOf = await readResetMarks(db, rows);
    if (rows.length > 0) yield rows.map((row) => ({ ...row, afterReset: markOf(row) }));
    const last = rows.length < size ? undefined : rows.at(-1);
    from = last ? { sort: 'time', key: last.createdAt, id: last.id } : null;
  }
}

async function* toWorkbookRows(
  batches: AsyncIterable<MarkedRow[]>,
  writing: Writing,
): AsyncGenerator<WorkbookCell[][]> {
  yield [workbookRow.head(writing.zone)];
  for await (const rows of batches) yield rows.map((row) => workbookRow.cells(row, writing));
}

/** The file in parts, each of one batch of rows, made when it is asked for. */
export async function* writeExport(
  db: Database,
  details: ExportEvent['details'],
  { reader, ...writing }: Reading,
): AsyncGenerator<string | Uint8Array> {
  const batches = batchesOf(db, details, reader);
  if (details.format === 'xlsx') return yield* writeWorkbook(toWorkbookRows(batches, writing));
  const { head, line } = formats[details.format];
  if (details.format === 'csv') yield byteOrderMark + head(details.zone);
  for await (const rows of batches) yield rows.map((row) => line(row, writing)).join('');
}
