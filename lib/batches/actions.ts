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

// Who may do these is asked by the service, which records whom it refused.

export const startBatch = defineAction({
  input: startBatchInputSchema,
  run: ({ context, viewer }, input) => start(context, viewer, input),
});

export const changeBatch = defineAction({
  input: changeBatchInputSchema,
  run: ({ context, viewer }, input) => change(context, viewer, input),
});

export const retryBatch = defineAction({
  input: retryBatchInputSchema,
  run: ({ context, viewer }, input) => retry(context, viewer, input),
});
