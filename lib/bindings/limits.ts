/** Time from connecting to the last byte of an answer, for one attempt, in ms. */
export const attemptDeadlineMs = 10_000;

/** What all attempts of one binding may take together once it is its turn, waits between them included, in ms. */
export const bindingBudgetMs = 10_000;

/** Longest wait for a send slot, in ms. A longer queue means the key is overloaded: say so instead of waiting. */
export const longestQueueMs = 20_000;

/**
 * How long an attempt belongs to the process that wrote it, in ms: its deadline, and time to store the outcome. After
 * that any process may settle it as unknown. With the look every 5 s nothing stays `sending` for half a minute.
 */
export const leaseMs = 18_000;

/** How long an outcome that the database will not take is tried again, in ms. Ends before the lease does. */
export const settleBudgetMs = 7_000;

/** How often open attempts are looked through for ones whose process is gone, in ms. */
export const recoveryEveryMs = 5_000;

/** How long a second request with the same key waits for the first one's result, in ms. */
export const followMs = longestQueueMs + bindingBudgetMs + leaseMs;
