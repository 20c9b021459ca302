import * as z from 'zod/mini';
import { bindingSources, numberTypes } from '#lib/domain/outcome.ts';
import { revealedUrls } from '#lib/domain/recorded-event.ts';

export const id = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

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
