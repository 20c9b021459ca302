import 'server-only';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { readerOf } from '#lib/bindings/reader.ts';
import type { Reader } from '#lib/bindings/search-filter.ts';
import { parseHistorySearch, toSearchParams } from '#lib/bindings/search-params.ts';
import type { Database } from '#lib/db/client.ts';
import { byteOrderMark } from '#lib/domain/csv.ts';
import { encodeCursor, parseTimeCursor, type TimeCursor } from '#lib/domain/paging.ts';
import { problem } from '#lib/domain/problem.ts';
import type { RecordedEvent } from '#lib/domain/recorded-event.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { wallClock } from '#lib/domain/wall-clock.ts';
import type { Context } from '#lib/entry/context.ts';
import type { Download } from '#lib/entry/define-download.ts';
import { findRecorded, recordEvent } from '#lib/events/service.ts';
import { formats, type Writing } from '#lib/exports/export-row.ts';
import { exportFileName } from '#lib/exports/file-name.ts';
import type { ExportInput, ExportSearch } from '#lib/exports/schema.ts';
import { countFrom, findNewest, insertTicket, listBatch, spendTicket } from '#lib/exports/store.ts';
import type { ExportCount, ExportReady } from '#lib/exports/view.ts';
import { now } from '#lib/server/clock.ts';

type Ground = Pick<Context, 'db' | 'apps'>;
type ExportEvent = Extract<RecordedEvent, { kind: 'export' }>;

/** Between the click and the browser's request lies a moment, not a minute. */
const ticketMs = 60_000;

/**
 * Rows a statement gives: enough that asking costs little, few enough to be no memory, and that the embedded database,
 * which runs on this very thread, is soon free for others.
 */
const batchSize = 500;

/** How many rows an export of this search would have, however many that are. */
export async function countExport(
  { db }: Ground,
  viewer: Viewer,
  search: ExportSearch,
): Promise<Result<ExportCount>> {
  if (!can(viewer, 'bindings.export')) return fail(problem('forbidden'));
  const reader = readerOf(viewer);
  const newest = await findNewest(db, search, reader);
  return ok({ rows: newest ? await countFrom(db, search, { ...reader, newest }) : 0 });
}

/**
 * Counts and records an export, and lets it be fetched once. What is in it is settled here: rows that are made later
 * are newer than its newest one.
 */
export async function startExport(
  { db }: Ground,
  viewer: Viewer,
  { search, format, zone }: ExportInput,
): Promise<Result<ExportReady>> {
  if (!can(viewer, 'bindings.export')) return fail(problem('forbidden'));
  const reader = readerOf(viewer);
  const newest = await findNewest(db, search, reader);
  const rows = newest ? await countFrom(db, search, { ...reader, newest }) : 0;
  const details = {
    format,
    query: toSearchParams(search).toString(),
    zone,
    rows,
    newest: newest && encodeCursor(newest),
  };
  const id = await recordEvent({ db }, viewer, { kind: 'export', details });
  await insertTicket(db, id, new Date(now().getTime() + ticketMs));
  return ok({ id, rows });
}

/** The file of a recorded export: for whom it was recorded for, within a minute, once. */
export async function openExport(
  { db, apps }: Ground,
  viewer: Viewer,
  id: string,
): Promise<Result<Download>> {
  if (!can(viewer, 'bindings.export')) return fail(problem('forbidden'));
  const event = await findRecorded({ db }, id);
  if (event?.kind !== 'export' || event.actor.id !== viewer.id) return fail(problem('not_found'));
  if (!(await spendTicket(db, id))) return fail(problem('not_found'));
  const { format, zone, query } = event.details;
  const { search } = parseHistorySearch(new URLSearchParams(query));
  const writing: Writing = { apps: await apps(), zone, wallClock: wallClock(zone) };
  return ok({
    fileName: exportFileName({ ...writing, search, format, at: new Date(event.at) }),
    contentType:
      format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/x-ndjson; charset=utf-8',
    parts: writeExport(db, event.details, { ...writing, reader: readerOf(viewer) }),
  });
}

/** The file in parts, each of one batch of rows, made when it is asked for. */
export async function* writeExport(
  db: Database,
  { format, zone, query, newest }: ExportEvent['details'],
  { reader, ...writing }: Writing & { reader: Reader },
): AsyncGenerator<string> {
  const { head, line } = formats[format];
  const { search } = parseHistorySearch(new URLSearchParams(query));
  if (format === 'csv') yield byteOrderMark + head(zone);
  let from: TimeCursor | null = parseTimeCursor(newest ?? '');
  for (let inclusive = true; from !== null; inclusive = false) {
    const rows = await listBatch(db, search, { ...reader, from, inclusive, size: batchSize });
    if (rows.length > 0) yield rows.map((row) => line(row, writing)).join('');
    const last = rows.length < batchSize ? undefined : rows.at(-1);
    from = last ? { sort: 'time', key: last.createdAt, id: last.id } : null;
  }
}
