import { readBatchId } from '#lib/batches/search-params.ts';
import { getBatch } from '#lib/batches/service.ts';
import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';

export const GET = defineRoute({
  permission: 'batches.read',
  parse: ({ params }) => ok(readBatchId(params.batchId)),
  run: ({ context, viewer }, batchId) => getBatch(context, viewer, batchId),
});
