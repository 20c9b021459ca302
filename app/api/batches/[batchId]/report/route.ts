import { readBatchId } from '#lib/batches/search-params.ts';
import { openReport } from '#lib/batches/service-sources.ts';
import { defineDownload } from '#lib/entry/define-download.ts';

export const GET = defineDownload({
  permission: 'batches.read',
  run: ({ context, viewer }, { batchId }, search) =>
    openReport(context, viewer, { id: readBatchId(batchId), zone: search.get('zone') ?? '' }),
});
