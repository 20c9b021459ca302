'use server';

import { retryBatch as retry } from '#lib/batches/retry.ts';
import {
  batchFactsInputSchema,
  changeBatchInputSchema,
  retryBatchInputSchema,
  startBatchInputSchema,
} from '#lib/batches/schema.ts';
import {
  changeBatch as change,
  readBatchFacts as readFacts,
  startBatch as start,
} from '#lib/batches/service.ts';
import { defineAction } from '#lib/entry/define-action.ts';

export const readBatchFacts = defineAction({
  permission: 'batches.run',
  pace: 'reads',
  input: batchFactsInputSchema,
  run: ({ context, viewer }, input) => readFacts(context, viewer, input),
});

/** The service keeps how many lines it would have been in its record of a refusal. */
const right = { permission: 'batches.run', serviceRefuses: true } as const;

export const startBatch = defineAction({
  ...right,
  input: startBatchInputSchema,
  run: ({ context, viewer }, input) => start(context, viewer, input),
});

export const changeBatch = defineAction({
  ...right,
  input: changeBatchInputSchema,
  run: ({ context, viewer }, input) => change(context, viewer, input),
});

export const retryBatch = defineAction({
  ...right,
  input: retryBatchInputSchema,
  run: ({ context, viewer }, input) => retry(context, viewer, input),
});
