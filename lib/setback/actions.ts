'use server';

import { defineAction } from '#lib/entry/define-action.ts';
import { acknowledgeInputSchema } from '#lib/setback/schema.ts';
import * as setback from '#lib/setback/service.ts';

export const acknowledgeSetback = defineAction({
  permission: 'setbacks.acknowledge',
  input: acknowledgeInputSchema,
  run: ({ context, viewer }, input) => setback.acknowledgeSetback(context, viewer, input),
});
