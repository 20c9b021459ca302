import { parseLinesSearch, readBatchId } from '#lib/batches/search-params.ts';
import { listBatchLines } from '#lib/batches/service.ts';
import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';

export const GET = defineRoute({
  permission: 'batches.read',
  parse: ({ search, params }) =>
    ok({ batchId: readBatchId(params.batchId), search: parseLinesSearch(search) }),
  run: ({ context, viewer }, { batchId, search }) => listBatchLines(context, viewer, batchId, search),
});
