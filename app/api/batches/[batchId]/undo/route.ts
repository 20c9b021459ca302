import { readBatchId } from '#lib/bulk/search-params.ts';
import { listUndoLines } from '#lib/bulk/service-lines.ts';
import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';

export const GET = defineRoute({
  permission: 'batches.run',
  parse: ({ params }) => ok(readBatchId(params.batchId)),
  run: ({ context, viewer }, batchId) => listUndoLines(context, viewer, batchId),
});
