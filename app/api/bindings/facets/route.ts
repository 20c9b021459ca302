import { listFacets } from '#lib/bindings/facets.ts';
import { parseHistorySearch } from '#lib/bindings/search-params.ts';
import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';

export const GET = defineRoute({
  permission: 'bindings.read',
  parse: ({ search }) => ok(parseHistorySearch(search).search),
  run: ({ context, viewer }, search) => listFacets(context, viewer, search),
});
