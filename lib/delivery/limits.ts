import { longestQueueMs } from '#lib/rate-limit/limits.ts';
/** Time from connecting to the last byte of an answer, for one attempt, in ms. */
export const attemptDeadlineMs = 10_000;

/** What all attempts of one binding may take together once it is its turn, waits between them included, in ms. */
export const bindingBudgetMs = 10_000;

/**
 * How long an attempt belongs to the process that wrote it or last renewed it, in ms: its deadline and a little. After
 * that any process may settle it as unknown. With the look every 2.5 s all of them do within 15 s of a death.
 */
export const leaseMs = 12_000;

/** How often the leases of what waits for its turn are renewed, in ms. */
export const renewEveryMs = 4_000;

/**
 * How long an outcome that the database will not take is tried again, in ms. May outlast the lease: an attempt is
 * finished once, by whoever comes first.
 */
export const settleBudgetMs = 7_000;

/** How often open attempts are looked through for ones whose process is gone, in ms. */
export const recoveryEveryMs = 2_500;

/** How long a second request with the same key waits for the first one's result, in ms. */
export const followMs = longestQueueMs + bindingBudgetMs + leaseMs;
