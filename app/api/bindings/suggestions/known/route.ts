import { findKnownNumbers } from '#lib/bind-number/known-numbers.ts';
import { ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';

export const GET = defineRoute({
  permission: 'bindings.create',
  parse: ({ search }) => ok({ appId: search.get('app') ?? '', numbers: search.getAll('number') }),
  run: ({ context, viewer }, asked) => findKnownNumbers(context, viewer, asked),
});
