import type { ExportFormat } from '#lib/domain/recorded-event.ts';
import type { ExportSearch } from '#lib/exports/schema.ts';

type Named = {
  search: ExportSearch;
  format: ExportFormat;
  zone: string;
  wallClock: (at: Date) => string;
  /** When the export was recorded: where a range without an end ends. */
  at: Date;
};

/**
 * `patchboard-history_2026-11-01T0000_2026-11-24T1710_Asia-Shanghai.csv`: the range in the zone it names, `start` where
 * it has none. Only letters, digits, `_`, `-` and `.`, so that every system takes it.
 */
export function exportFileName({ search, format, zone, wallClock, at }: Named): string {
  const moment = (when: Date) => wallClock(when).slice(0, 16).replace(' ', 'T').replace(':', '');
  const from = search.from ? moment(new Date(search.from)) : 'start';
  const to = moment(search.to && new Date(search.to) < at ? new Date(search.to) : at);
  const place = zone.replace(/[^A-Za-z0-9+-]+/g, '-');
  return `patchboard-history_${from}_${to}_${place}.${format}`;
}
