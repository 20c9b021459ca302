import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';
import { parseNumbersSearch } from '#lib/numbers/search-params.ts';
import { listNumbers } from '#lib/numbers/service.ts';

export const GET = defineRoute({
  permission: 'bindings.read',
  parse: ({ search }) => ok(parseNumbersSearch(search).search),
  run: ({ context, viewer }, search) => listNumbers(context, viewer, search),
});
