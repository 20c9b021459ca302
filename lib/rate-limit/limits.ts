/** Longest wait for a send slot, in ms. A longer queue means the key is overloaded: say so instead of waiting. */
export const longestQueueMs = 20_000;

/** A slot met later than this, in ms, is not used as it is, so that a process that was busy does not bunch its sends. */
export const latestMs = 20;
