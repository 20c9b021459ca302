import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';
import { getBinding } from '#lib/history/service.ts';

export const GET = defineRoute({
  permission: 'bindings.read',
  parse: ({ params }) => ok(params.bindingId ?? ''),
  run: ({ context, viewer }, bindingId) => getBinding(context, viewer, bindingId),
});
