import * as z from 'zod/mini';
import { numberLabels, providerStates } from '#lib/domain/numbers/number-state.ts';
import { pageSizes } from '#lib/domain/page-sizes.ts';

const digits = z.string().check(z.regex(/^[1-9][0-9]{0,15}$/));
const host = z.string().check(z.minLength(1), z.maxLength(300));

/** What the board is asked for; also the shape of its query string. Lists mean "any of". */
export const numbersSearchSchema = z.strictObject({
  q: z.optional(z.string().check(z.maxLength(2000))),
  app: z.optional(z.array(digits)),
  label: z.optional(z.array(z.enum(numberLabels))),
  state: z.optional(z.array(z.enum(providerStates))),
  /** Exactly, port and all: numbers that point at it, or may. */
  host: z.optional(z.array(host)),
  /** Lists that mean "none of" instead of "any of". */
  not: z.optional(z.array(z.enum(['app', 'label', 'state', 'host']))),
  /** Hosts with their URLs instead of numbers. */
  group: z.optional(z.literal('host')),
  size: z.optional(z.union(pageSizes.map((size) => z.literal(size)))),
  after: z.optional(z.string().check(z.maxLength(200))),
  before: z.optional(z.string().check(z.maxLength(200))),
});
export type NumbersSearch = z.infer<typeof numbersSearchSchema>;

/** What the refresh action takes. Null: the lists of all apps. */
export const refreshInputSchema = z.strictObject({ appId: z.nullable(z.string().check(z.maxLength(32))) });
export type RefreshInput = z.infer<typeof refreshInputSchema>;
