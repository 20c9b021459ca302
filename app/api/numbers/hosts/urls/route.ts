import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';
import { parseNumbersSearch } from '#lib/numbers/search-params.ts';
import { listHostUrls } from '#lib/numbers/service.ts';

export const GET = defineRoute({
  permission: 'bindings.read',
  parse: ({ search }) => ok({ host: search.get('of') ?? '', search: parseNumbersSearch(search).search }),
  run: ({ context, viewer }, asked) => listHostUrls(context, viewer, asked),
});
