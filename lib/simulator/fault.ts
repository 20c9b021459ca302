import { z } from 'zod';

/** Whether the change is made although the client cannot learn it from the answer. */
const applied = z.boolean();
const ms = z.number().min(0).max(3_600_000);
const bytes = z.number().int().min(1);

/**
 * Everything that can go wrong with one request. A request that the strict side refuses is never applied, whatever the
 * fault says; and a `code` fault does not hide a refusal of the signature.
 */
const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reset'), applied }),
  z.strictObject({ kind: z.literal('hang'), applied }),
  /** Headers and the first byte of a body, then nothing. */
  z.strictObject({ kind: z.literal('stall'), applied }),
  /** The right answer, `bytes` at a time. */
  z.strictObject({ kind: z.literal('drip'), applied, intervalMs: ms.default(1000), bytes: bytes.default(1) }),
  /** The right answer, cut after so many bytes of body. */
  z.strictObject({ kind: z.literal('cut'), applied, bytes: z.number().int().min(0) }),
  /** Chunks without end, or `megabytes` of them. */
  z.strictObject({ kind: z.literal('giant'), applied, megabytes: bytes.default(1024) }),
  /** Small on the wire, `megabytes` when inflated. */
  z.strictObject({ kind: z.literal('gzip-bomb'), applied, megabytes: bytes.default(10_240) }),
  /** The sign-in page of some proxy in between. */
  z.strictObject({ kind: z.literal('html'), applied, status: z.number().int().default(200) }),
  z.strictObject({
    kind: z.literal('status'),
    applied,
    status: z.number().int().min(200).max(599),
    body: z.enum(['none', 'html', 'error', 'success']).default('none'),
    location: z.string().optional(),
  }),
  /** A whole answer out of the list in malformed-answers.ts. */
  z.strictObject({ kind: z.literal('malformed'), applied, index: z.number().int().min(0) }),
  z.strictObject({
    kind: z.literal('code'),
    applied,
    code: z.string().min(1),
    message: z.string().default('Refused by a scripted fault.'),
  }),
  /** Applied at once, answered late. */
  z.strictObject({ kind: z.literal('latency'), ms }),
  /** Neither applied nor answered until POST /release or so many milliseconds later; applied even if the client left. */
  z.strictObject({ kind: z.literal('hold'), ms: ms.optional() }),
  /** The server's clock is off for this one request. */
  z.strictObject({ kind: z.literal('skew'), skewMs: z.number() }),
  /** The right answer with keep-alive, then the idle socket is closed. */
  z.strictObject({ kind: z.literal('close-idle-socket'), afterMs: ms.default(0) }),
]);
export type Fault = z.output<typeof faultSchema>;

/** Which requests a fault hits: all conditions given must hold. */
export const programSchema = z.strictObject({
  when: z
    .strictObject({
      /** The n-th request to arrive after the fault was programmed; 1 is the next. */
      nth: z.number().int().min(1).optional(),
      number: z.string().optional(),
      action: z.string().optional(),
      /** Drawn from a sequence that `seed` fixes, so that a run can be repeated. */
      probability: z.number().min(0).max(1).optional(),
      seed: z.number().int().optional(),
    })
    .default({}),
  /** How often it strikes; null without end. Default: once, but without end when `probability` is given. */
  times: z.number().int().min(1).nullable().optional(),
  fault: faultSchema,
});
export type Program = z.output<typeof programSchema>;
/** What a test writes: defaults may be left out. */
export type ProgramInput = z.input<typeof programSchema>;
