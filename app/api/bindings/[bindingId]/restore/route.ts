import { getRestore } from '#lib/bind-number/service.ts';
import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';

export const GET = defineRoute({
  permission: 'bindings.create',
  parse: ({ params }) => ok(params.bindingId ?? ''),
  run: ({ context, viewer }, bindingId) => getRestore(context, viewer, bindingId),
});
