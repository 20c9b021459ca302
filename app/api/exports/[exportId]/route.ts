import { defineDownload } from '#lib/entry/define-download.ts';
import { openExport } from '#lib/exports/service.ts';

export const GET = defineDownload({
  permission: 'bindings.export',
  run: ({ context, viewer }, { exportId = '' }) => openExport(context, viewer, exportId),
});
