import type { ExportPlace } from '#lib/server/export-queue.ts';
/** How many rows an export would have, counted to the last one. */
export type ExportCount = { rows: number };

/** Null: it is its turn, and the file can be fetched. */
export type ExportTurn = { place: ExportPlace | null };

/** A recorded export that waits to be fetched, once, by whoever asked for it. */
export type ExportReady = ExportTurn & { id: string; rows: number };
