import { suggestNumbers } from '#lib/bind-number/service-suggestions.ts';
import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';

export const GET = defineRoute({
  permission: 'bindings.create',
  parse: ({ search }) => ok({ appId: search.get('app') ?? '', typed: search.get('number') ?? '' }),
  run: ({ context, viewer }, asked) => suggestNumbers(context, viewer, asked),
});
