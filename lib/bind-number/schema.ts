import * as z from 'zod/mini';
import { historyLists, historySorts, sortOrders } from '#lib/domain/history-search.ts';
import { bindingSources, bindingStates, numberTypes } from '#lib/domain/outcome.ts';
import { pageSizes } from '#lib/domain/page-sizes.ts';
import { revealedUrls } from '#lib/domain/recorded-event.ts';

const id = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

/**
 * What the bind action takes: the confirmed content of the review dialog. `number` and `callbackUrl` arrive in
 * the form that was shown to the person and are sent as they are; the service checks them again.
 */
export const bindInputSchema = z.strictObject({
  /** Made when the form renders; the same key never sends twice. */
  idempotencyKey: z.uuid(),
  appId: z.string().check(z.maxLength(32)),
  number: z.string().check(z.maxLength(64)),
  numberType: z.nullable(z.enum(numberTypes)),
  /**
   * Null from the form: CallInInterface is left out, which the person chose in plain words. Null with
   * `restoresBindingId`, as is `numberType` then: what that binding has stored, which a browser may never have seen.
   */
  callbackUrl: z.nullable(z.string().check(z.maxLength(4096))),
  reason: z.nullable(z.string().check(z.maxLength(2000))),
  /** `newestBindingId` of the facts that the dialog showed; null when it showed none. */
  seen: z.nullable(id),
  source: z.enum(bindingSources),
  /** The binding that is put back by an undo or a restore. */
  restoresBindingId: z.nullable(id),
  /** Send although the known URL is the wanted one. */
  sendUnchanged: z.boolean(),
});
export type BindInput = z.infer<typeof bindInputSchema>;

/** What the repeat action takes: send an unknown binding once more, unless a newer attempt exists. */
export const repeatInputSchema = z.strictObject({
  bindingId: id,
  /** The attempt the person saw last; a second click finds a newer one and sends nothing. */
  afterAttempt: z.number().check(z.int(), z.positive(), z.maximum(1000)),
});
export type RepeatInput = z.infer<typeof repeatInputSchema>;

/** What the reveal action takes: one URL of one binding. */
export const revealInputSchema = z.strictObject({ bindingId: id, which: z.enum(revealedUrls) });
export type RevealInput = z.infer<typeof revealInputSchema>;

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
