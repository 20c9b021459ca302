import { parseHistorySearch } from '#lib/bindings/search-params.ts';
import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';
import { countExport } from '#lib/exports/service.ts';

export const GET = defineRoute({
  permission: 'bindings.export',
  parse: ({ search }) => ok(parseHistorySearch(search).search),
  run: ({ context, viewer }, search) => countExport(context, viewer, search),
});
