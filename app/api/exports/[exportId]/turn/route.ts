import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';
import { readExportTurn } from '#lib/exports/service.ts';

export const GET = defineRoute({
  permission: 'bindings.export',
  parse: ({ params }) => ok(params.exportId ?? ''),
  run: ({ context, viewer }, id) => readExportTurn(context, viewer, id),
});
