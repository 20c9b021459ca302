/** Where a binding stands. `bound`, `refused` and `denied` are final; `unknown` may be repeated by a person. */
export const bindingStates = ['queued', 'sending', 'bound', 'refused', 'unknown', 'denied'] as const;
export type BindingState = (typeof bindingStates)[number];

/** What a finished attempt (one request on the wire) proved. */
export const attemptOutcomes = ['bound', 'refused', 'throttled', 'not_sent', 'unknown'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** Why an attempt was made. A `repeat` follows an unknown outcome and was asked for by a person. */
export const attemptReasons = ['first', 'retry', 'repeat'] as const;
export type AttemptReason = (typeof attemptReasons)[number];

export const bindingSources = ['form', 'undo', 'restore', 'bulk', 'api', 'external'] as const;
export type BindingSource = (typeof bindingSources)[number];

export const numberTypes = ['number', 'inner'] as const;
export type NumberType = (typeof numberTypes)[number];

/** How sure we are of the URL that a new binding replaces. */
export const certainties = ['exact', 'uncertain', 'none'] as const;
export type Certainty = (typeof certainties)[number];
