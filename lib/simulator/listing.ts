import { z } from 'zod';

/** What DescribeNumbers shows of an app, instead of the world's own numbers; what can be bound stays the same. */
export const listingSchema = z.strictObject({
  sdkAppId: z.string(),
  /** Lines as they are answered, wrong ones too. */
  lines: z.array(z.unknown()).max(200_000),
  /** The longest page. Tencent documents no limit, so both ways of keeping one are guesses. */
  longestPage: z.number().int().min(1).optional(),
  /** What a longer page gets: a refusal, or as many lines as are allowed. */
  beyond: z.enum(['refused', 'cut']).default('refused'),
});
export type Listing = z.output<typeof listingSchema>;
export type ListingInput = z.input<typeof listingSchema>;
