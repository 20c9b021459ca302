import * as z from 'zod/mini';

export const acknowledgeInputSchema = z.strictObject({
  /** `noticedAt` of the setback that the person saw. */
  noticedAt: z.iso.datetime(),
});
export type AcknowledgeInput = z.infer<typeof acknowledgeInputSchema>;
