import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';
import { countExport } from '#lib/exports/service.ts';
import { parseHistorySearch } from '#lib/history/search-params.ts';

export const GET = defineRoute({
  permission: 'bindings.export',
  parse: ({ search }) => ok(parseHistorySearch(search).search),
  run: ({ context, viewer }, search) => countExport(context, viewer, search),
});
