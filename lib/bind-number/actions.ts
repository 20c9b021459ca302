'use server';

import { revealUrl as reveal } from '#lib/bind-number/reveal.ts';
import { bindInputSchema, repeatInputSchema, revealInputSchema } from '#lib/bind-number/schema.ts';
import { bind, repeat } from '#lib/bind-number/service.ts';
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

/** Gives one URL whole, once that is recorded. */
export const revealUrl = defineAction({
  permission: 'urls.reveal',
  input: revealInputSchema,
  run: ({ context, viewer }, input) => reveal(context, viewer, input),
});
