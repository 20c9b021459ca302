import { problem } from '#lib/domain/problem.ts';
import { fail, ok } from '#lib/domain/result.ts';
import { defineRoute } from '#lib/entry/define-route.ts';
import { readMoment } from '#lib/timeline/search-params.ts';
import { getMoment } from '#lib/timeline/service.ts';

export const GET = defineRoute({
  permission: 'bindings.read',
  parse: ({ params: { appId = '', number = '' }, search }) => {
    const at = readMoment(search.get('at') ?? '');
    return at === undefined ? fail(problem('invalid_input')) : ok({ appId, number, at });
  },
  run: ({ context, viewer }, input) => getMoment(context, viewer, input),
});
