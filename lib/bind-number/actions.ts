'use server';

import { revealUrl as reveal } from '#lib/bind-number/reveal.ts';
import { bindInputSchema, repeatInputSchema, revealInputSchema } from '#lib/bind-number/schema.ts';
import { bind, repeat } from '#lib/bind-number/service.ts';
import { defineAction } from '#lib/entry/define-action.ts';

/** The service keeps what was wanted in its record of a refusal. */
const right = { permission: 'bindings.create', serviceRefuses: true } as const;

export const bindNumber = defineAction({
  ...right,
  input: bindInputSchema,
  run: ({ context, viewer }, input) => bind(context, viewer, input),
});

export const repeatBinding = defineAction({
  ...right,
  input: repeatInputSchema,
  run: ({ context, viewer }, input) => repeat(context, viewer, input),
});

/** Gives one URL whole, once that is recorded. */
export const revealUrl = defineAction({
  permission: 'urls.reveal',
  input: revealInputSchema,
  run: ({ context, viewer }, input) => reveal(context, viewer, input),
});
