'use server';

import { defineAction } from '#lib/entry/define-action.ts';
import { exportInputSchema } from '#lib/exports/schema.ts';
import * as exports from '#lib/exports/service.ts';

export const startExport = defineAction({
  permission: 'bindings.export',
  input: exportInputSchema,
  run: ({ context, viewer }, input) => exports.startExport(context, viewer, input),
});
