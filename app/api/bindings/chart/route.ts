import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';
import { getChart } from '#lib/history/chart.ts';
import { parseHistorySearch } from '#lib/history/search-params.ts';

export const GET = defineRoute({
  permission: 'bindings.read',
  parse: ({ search }) => ok({ search: parseHistorySearch(search).search, zone: search.get('zone') ?? 'UTC' }),
  run: ({ context, viewer }, input) => getChart(context, viewer, input),
});
