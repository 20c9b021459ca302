/** How many rows an export would have, counted to the last one. */
export type ExportCount = { rows: number };

/** A recorded export that waits to be fetched, once, by whoever asked for it. */
export type ExportReady = { id: string; rows: number };
