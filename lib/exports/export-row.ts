import type { ResetMark } from '#lib/audit-log/view.ts';
import { shownUrl } from '#lib/bindings/to-view.ts';
import { type Cell, csvLine } from '#lib/domain/csv.ts';
import { hiddenPartsDiffer } from '#lib/domain/urls/callback-url-secrets.ts';
import type { WorkbookCell } from '#lib/domain/workbook-xml.ts';
import type { App } from '#lib/entry/context.ts';
import type { ExportRow } from '#lib/exports/store.ts';

type Value = string | number | null;

/** How a row becomes a line: the names of the apps, and how a moment reads in the viewer's zone. */
export type Writing = { apps: readonly App[]; zone: string; wallClock: (at: Date) => string };

/** A row, and the reset of its actor's password within 24 hours before it. */
export type MarkedRow = ExportRow & { afterReset: ResetMark | null };

/**
 * One row, by column in their order. Names stay the same in every language, so that a file can be read back by a
 * machine. `time_local` is the only one whose zone has to be told: CSV does so in its head, JSON in each line.
 */
function toColumns(row: MarkedRow, { apps, wallClock }: Writing) {
  return {
    time_utc: row.createdAt.toISOString(),
    time_local: wallClock(row.createdAt),
    id: row.id,
    app_id: row.appId,
    app_name: apps.find((app) => app.id === row.appId)?.name ?? row.appId,
    number: row.number,
    number_type: row.numberType,
    outcome: row.state,
    callback_url: shownUrl(row.callbackUrl),
    previous_url: shownUrl(row.previousUrl),
    // Both URLs read alike where only what is hidden differs.
    hidden_parts_differ: hiddenPartsDiffer(row.previousUrl, row.callbackUrl) ? 'yes' : 'no',
    previous_certainty: row.previousCertainty,
    actor_name: row.actorName,
    actor_email: row.actorEmail,
    source: row.source,
    reason: row.reason,
    code: row.code,
    message: row.message,
    request_id: row.requestId,
    settled_utc: row.settledAt?.toISOString() ?? null,
    duration_ms: row.durationMs,
    attempts: row.attemptCount,
    restores_id: row.restoresBindingId,
    batch_id: row.batchId,
    batch_line: row.batchLine,
    // Whoever had the link for the password may have been the actor.
    actor_password_reset_utc: row.afterReset?.at ?? null,
  } satisfies Record<string, Value>;
}

export type ExportColumn = keyof ReturnType<typeof toColumns>;

export const exportColumns = [
  ...['time_utc', 'time_local', 'id', 'app_id', 'app_name', 'number', 'number_type', 'outcome'],
  ...[
    'callback_url',
    'previous_url',
    'hidden_parts_differ',
    'previous_certainty',
    'actor_name',
    'actor_email',
    'source',
    'reason',
  ],
  ...['code', 'message', 'request_id', 'settled_utc', 'duration_ms', 'attempts', 'restores_id', 'batch_id'],
  'batch_line',
  'actor_password_reset_utc',
] as readonly ExportColumn[];

/** Moments are for a spreadsheet to reckon with; every other text is to stay as it is. */
const moments: ReadonlySet<string> = new Set([
  'time_utc',
  'time_local',
  'settled_utc',
  'actor_password_reset_utc',
] satisfies ExportColumn[]);

type Format = { head(zone: string): string; line(row: MarkedRow, writing: Writing): string };

const headOf = (zone: string): string[] =>
  exportColumns.map((name) => (name === 'time_local' ? `${name} (${zone})` : name));

/** A row of a workbook. A spreadsheet knows no zones: each time is shown as it reads in its own. */
export const workbookRow = {
  head: headOf,
  cells: (row: MarkedRow, writing: Writing): WorkbookCell[] => {
    const columns = toColumns(row, writing);
    return exportColumns.map((name) => {
      const value = columns[name];
      if (typeof value !== 'string' || !moments.has(name)) return value;
      return { moment: Date.parse(name === 'time_local' ? `${value.replace(' ', 'T')}Z` : value) };
    });
  },
};

export const formats: Record<'csv' | 'jsonl', Format> = {
  csv: {
    head: (zone) => csvLine(headOf(zone)),
    line: (row, writing) => {
      const columns = toColumns(row, writing);
      return csvLine(
        exportColumns.map((name): Cell => {
          const value = columns[name];
          return typeof value === 'string' && moments.has(name) ? { plain: value } : value;
        }),
      );
    },
  },
  jsonl: {
    head: () => '',
    line: (row, writing) => {
      const { time_utc, time_local, ...rest } = toColumns(row, writing);
      return `${JSON.stringify({ time_utc, time_local, zone: writing.zone, ...rest })}\n`;
    },
  },
};
