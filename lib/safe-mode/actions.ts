'use server';

import { defineAction } from '#lib/entry/define-action.ts';
import { acknowledgeInputSchema } from '#lib/safe-mode/schema.ts';
import * as setback from '#lib/safe-mode/service.ts';

export const acknowledgeSetback = defineAction({
  permission: 'safeMode.acknowledge',
  input: acknowledgeInputSchema,
  run: ({ context, viewer }, input) => setback.acknowledgeSetback(context, viewer, input),
});
