import * as z from 'zod/mini';
import { id } from '#lib/bind-number/schema.ts';
import { historyLists, historySorts, sortOrders } from '#lib/domain/history-search.ts';
import { bindingSources, bindingStates, numberTypes } from '#lib/domain/outcome.ts';
import { pageSizes } from '#lib/domain/page-sizes.ts';

const digits = z.string().check(z.regex(/^[1-9][0-9]{0,15}$/));

/** What a history page is asked for; also the shape of its query string. Lists mean "any of". */
export const historySearchSchema = z.strictObject({
  q: z.optional(z.string().check(z.maxLength(2000))),
  outcome: z.optional(z.array(z.enum(bindingStates))),
  app: z.optional(z.array(digits)),
  type: z.optional(z.array(z.enum([...numberTypes, 'none']))),
  /** Ids of people. */
  actor: z.optional(z.array(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)))),
  source: z.optional(z.array(z.enum(bindingSources))),
  /** Callback hosts with their port where it is not the usual one, in lower case and punycode. */
  host: z.optional(z.array(z.string().check(z.regex(/^[^A-Z/?#@\\\s]{1,261}$/)))),
  /** Exactly as sent. */
  number: z.optional(z.array(z.string().check(z.regex(/^[0-9]{1,32}$/)))),
  /** Ids of batches. */
  batch: z.optional(z.array(id)),
  /** Lists that mean "none of" instead of "any of". */
  not: z.optional(z.array(z.enum(historyLists))),
  /** UTC ISO 8601, inclusive and exclusive. */
  from: z.optional(z.iso.datetime()),
  to: z.optional(z.iso.datetime()),
  /** Left out: by time. Rows without a duration come last in both orders. */
  sort: z.optional(z.enum(historySorts)),
  /** Left out: the newest, highest or longest first. */
  order: z.optional(z.enum(sortOrders)),
  size: z.optional(z.union(pageSizes.map((size) => z.literal(size)))),
  after: z.optional(z.string().check(z.maxLength(200))),
  before: z.optional(z.string().check(z.maxLength(200))),
  /** The view that this address began as: a saved one's id or a built-in one's name. Names it, and filters nothing. */
  view: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,36}$/))),
  /** The open drawer. */
  entry: z.optional(id),
});

export type HistorySearch = z.infer<typeof historySearchSchema>;
