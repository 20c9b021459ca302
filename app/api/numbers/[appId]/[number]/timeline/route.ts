import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';
import { listTimeline } from '#lib/timeline/service.ts';

export const GET = defineRoute({
  permission: 'bindings.read',
  parse: ({ params: { appId = '', number = '' }, search }) =>
    ok({ appId, number, after: search.get('after') }),
  run: ({ context, viewer }, input) => listTimeline(context, viewer, input),
});
