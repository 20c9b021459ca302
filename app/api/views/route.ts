import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';
import { listViews } from '#lib/views/service.ts';

export const GET = defineRoute({
  permission: 'bindings.read',
  parse: () => ok(null),
  run: ({ context, viewer }) => listViews(context, viewer),
});
