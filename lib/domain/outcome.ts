/**
 * Where a binding stands. `bound`, `refused`, `unsent` and `denied` are final; `unknown` may be repeated by a person.
 * `unsent`: a line of a batch that nobody sent, because the batch was stopped or the number changed meanwhile.
 */
export const bindingStates = [
  'queued',
  'sending',
  'bound',
  'refused',
  'unknown',
  'unsent',
  'denied',
] as const;
export type BindingState = (typeof bindingStates)[number];

/** What a finished attempt (one request on the wire) proved. */
export const attemptOutcomes = ['bound', 'refused', 'throttled', 'not_sent', 'unknown'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/**
 * Why an attempt was made. A `repeat` follows an unknown outcome and was asked for by a person; a `reassert` was decided by
 * the machine: within a batch after an unknown outcome, or of what is bound after an older change could no longer arrive.
 */
export const attemptReasons = ['first', 'retry', 'repeat', 'reassert'] as const;
export type AttemptReason = (typeof attemptReasons)[number];

export const bindingSources = ['form', 'undo', 'restore', 'bulk', 'api', 'external'] as const;
export type BindingSource = (typeof bindingSources)[number];

export const numberTypes = ['number', 'inner'] as const;
export type NumberType = (typeof numberTypes)[number];

/** How sure we are of the URL that a new binding replaces. */
export const certainties = ['exact', 'uncertain', 'none'] as const;
export type Certainty = (typeof certainties)[number];
