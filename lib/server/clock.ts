/** The one place that reads the wall clock, so that time can be passed in everywhere else. */
export const now = (): Date => new Date();

/** Milliseconds on a clock that never jumps. Only differences mean anything. */
export const monotonicMs = (): number => performance.now();
