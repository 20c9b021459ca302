import { listSuggestions } from '#lib/bind-number/service-suggestions.ts';
import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';

export const GET = defineRoute({
  permission: 'bindings.create',
  parse: () => ok(null),
  run: ({ context, viewer }) => listSuggestions(context, viewer),
});
