import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';
import { listFacets } from '#lib/history/facets.ts';
import { parseHistorySearch } from '#lib/history/search-params.ts';

export const GET = defineRoute({
  permission: 'bindings.read',
  parse: ({ search }) => ok(parseHistorySearch(search).search),
  run: ({ context, viewer }, search) => listFacets(context, viewer, search),
});
