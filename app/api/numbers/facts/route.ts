import { getNumberFacts } from '#lib/bind-number/service.ts';
import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';

export const GET = defineRoute({
  permission: 'bindings.read',
  parse: ({ search }) => ok({ appId: search.get('app') ?? '', number: search.get('number') ?? '' }),
  run: ({ context, viewer }, key) => getNumberFacts(context, viewer, key),
});
