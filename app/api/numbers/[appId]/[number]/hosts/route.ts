import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';
import { listHostShares } from '#lib/timeline/service.ts';

export const GET = defineRoute({
  permission: 'bindings.read',
  parse: ({ params: { appId = '', number = '' } }) => ok({ appId, number }),
  run: ({ context, viewer }, key) => listHostShares(context, viewer, key),
});
