'use server';

import { bindInputSchema, repeatInputSchema } from '#lib/bindings/schema.ts';
import { bind, repeat } from '#lib/bindings/service.ts';
import { defineAction } from '#lib/entry/define-action.ts';

// No permission here: the service refuses, and keeps a record of the refusal.
export const bindNumber = defineAction({
  input: bindInputSchema,
  run: ({ context, viewer }, input) => bind(context, viewer, input),
});

export const repeatBinding = defineAction({
  input: repeatInputSchema,
  run: ({ context, viewer }, input) => repeat(context, viewer, input),
});
