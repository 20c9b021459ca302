import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';
import { parseHistorySearch } from '#lib/history/search-params.ts';
import { listHistory } from '#lib/history/service.ts';

export const GET = defineRoute({
  permission: 'bindings.read',
  parse: ({ search }) => ok(parseHistorySearch(search).search),
  run: ({ context, viewer }, search) => listHistory(context, viewer, search),
});
