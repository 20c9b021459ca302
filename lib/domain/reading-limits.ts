/** What rows are read through: lists, entries and search; or the lines of new batches, of which one has up to 20,000. */
export const readingScopes = ['lists', 'batches'] as const;
export type ReadingScope = (typeof readingScopes)[number];

/** How much one person reads before it is recorded, and before it waits. A file of all rows is an export, which is recorded too. */
export const readingLimits = {
  windowMs: 10 * 60_000,
  /** More rows than this within the window are one event. */
  recordedOver: 1_000,
  /** More rows than this within the window wait. Two of the largest batches fit. */
  rows: { lists: 10_000, batches: 40_000 } satisfies Record<ReadingScope, number>,
} as const;
