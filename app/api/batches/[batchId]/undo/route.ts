import { readBatchId } from '#lib/batches/search-params.ts';
import { listUndoLines } from '#lib/batches/service-undo.ts';
import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';

export const GET = defineRoute({
  permission: 'batches.run',
  parse: ({ params, search }) =>
    ok({ batchId: readBatchId(params.batchId), countsOnly: search.get('only') === 'counts' }),
  run: ({ context, viewer }, asked) => listUndoLines(context, viewer, asked),
});
