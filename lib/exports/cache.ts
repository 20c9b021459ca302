import { toSearchParams } from '#lib/bindings/search-params.ts';
import { fetchJson } from '#lib/entry/query-client.ts';
import type { ExportSearch } from '#lib/exports/schema.ts';
import type { ExportCount } from '#lib/exports/view.ts';
import { paths } from '#lib/paths.ts';

/** How many rows an export of this search would have. Asked anew for each question, since it is what the question says. */
export const fetchExportCount = (search: ExportSearch, signal: AbortSignal): Promise<ExportCount> => {
  const query = toSearchParams(search).toString();
  return fetchJson<ExportCount>(query ? `${paths.api.exports}?${query}` : paths.api.exports, signal);
};
