import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';
import { getOverview } from '#lib/overview/service.ts';

export const GET = defineRoute({
  permission: 'bindings.read',
  parse: () => ok(null),
  run: ({ context, viewer }) => getOverview(context, viewer),
});
