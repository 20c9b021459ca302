import { parseBatchesSearch } from '#lib/batches/search-params.ts';
import { listBatches } from '#lib/batches/service.ts';
import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';

export const GET = defineRoute({
  permission: 'batches.read',
  parse: ({ search }) => ok(parseBatchesSearch(search)),
  run: ({ context, viewer }, search) => listBatches(context, viewer, search),
});
