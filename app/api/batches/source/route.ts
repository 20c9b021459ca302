import { listSourceLines } from '#lib/batches/service-sources.ts';
import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';
import { parseNumbersSearch } from '#lib/numbers/search-params.ts';

export const GET = defineRoute({
  permission: 'batches.run',
  parse: ({ search }) => ok(parseNumbersSearch(search).search),
  run: ({ context, viewer }, search) => listSourceLines(context, viewer, search),
});
