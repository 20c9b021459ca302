'use server';

import { defineAction } from '#lib/entry/define-action.ts';
import { refreshInputSchema } from '#lib/numbers/schema.ts';
import { refreshLists } from '#lib/numbers/service.ts';

export const refreshNumbers = defineAction({
  permission: 'numbers.refresh',
  input: refreshInputSchema,
  run: ({ context, viewer }, input) => refreshLists(context, viewer, input),
});
