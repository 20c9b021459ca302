import * as z from 'zod/mini';
import { batchLimits, type lineStates } from '#lib/domain/batch.ts';
import { numberTypes } from '#lib/domain/outcome.ts';

const id = z.string().check(z.regex(/^[0-9a-f-]{36}$/));
const appId = z.string().check(z.maxLength(32));
const number = z.string().check(z.maxLength(64));
const callbackUrl = z.string().check(z.maxLength(4096));
const reason = z.nullable(z.string().check(z.maxLength(2000)));

/** A line as it is to be sent: number and URL in the form that the dry run showed. */
export const batchLineSchema = z.strictObject({
  /** Place in the file or text it came from, from 1. */
  line: z.number().check(z.int(), z.positive(), z.maximum(1_000_000)),
  appId,
  number,
  numberType: z.nullable(z.enum(numberTypes)),
  callbackUrl,
  /** `newestBindingId` of the facts that the dry run showed. */
  seen: z.nullable(id),
});
export type BatchLine = z.infer<typeof batchLineSchema>;

export const startBatchInputSchema = z.strictObject({
  /** Made when the page opens; the same key never starts two batches. */
  idempotencyKey: z.uuid(),
  title: z.nullable(z.string().check(z.maxLength(200))),
  reason,
  /** The batch whose changes are taken back. */
  undoesBatchId: z.nullable(id),
  /** How the person decided that lines are read; see `BatchReading`. */
  readings: z.optional(
    z
      .array(
        z.strictObject({
          question: z.string().check(z.regex(/^[A-Za-z0-9+_ |]{1,200}$/)),
          group: z.string().check(z.regex(/^[A-Za-z0-9+_ ]{1,40}$/)),
          lines: z.string().check(z.regex(/^\d{1,7}(-\d{1,7})?(,\d{1,7}(-\d{1,7})?){0,20000}$/)),
        }),
      )
      .check(z.maxLength(50)),
  ),
  lines: z.array(batchLineSchema).check(z.minLength(1), z.maxLength(batchLimits.rows)),
  /** What was typed to confirm; needed over `typedConfirmationOver` lines. */
  confirmedCount: z.nullable(z.number()),
});
export type StartBatchInput = z.infer<typeof startBatchInputSchema>;

/** What is known of many numbers at once, for the dry run. */
export const batchFactsInputSchema = z.strictObject({
  keys: z.array(z.strictObject({ appId, number })).check(z.maxLength(batchLimits.rows)),
  /** Of the new batch, which is to be stored under it: what is read for one batch is one event. */
  batchKey: z.uuid(),
});
export type BatchFactsInput = z.infer<typeof batchFactsInputSchema>;

export const changeBatchInputSchema = z.strictObject({
  batchId: id,
  to: z.enum(['paused', 'running', 'stopped']),
});
export type ChangeBatchInput = z.infer<typeof changeBatchInputSchema>;

export const retryBatchInputSchema = z.strictObject({
  batchId: id,
  /** The refused bindings that the person saw and wants sent again: these and no others. */
  bindingIds: z.array(id).check(z.minLength(1), z.maxLength(batchLimits.rows)),
  /** Lines mended before: their new URL. */
  mended: z
    .array(z.strictObject({ line: z.number().check(z.int(), z.positive()), callbackUrl }))
    .check(z.maxLength(1000)),
});
export type RetryBatchInput = z.infer<typeof retryBatchInputSchema>;

/** What a list of a batch's lines is asked for. */
export type BatchLinesSearch = {
  state?: (typeof lineStates)[number];
  /** Lines after this one. */
  after?: number;
};
