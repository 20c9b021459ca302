import { readBatchId } from '#lib/bulk/search-params.ts';
import { getBatch } from '#lib/bulk/service.ts';
import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';

export const GET = defineRoute({
  permission: 'batches.read',
  parse: ({ params }) => ok(readBatchId(params.batchId)),
  run: ({ context, viewer }, batchId) => getBatch(context, viewer, batchId),
});
