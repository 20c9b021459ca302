/** How many rows an export would have, counted to the last one. */
export type ExportCount = { rows: number };

/** What an export waits for, in the server process that was asked. */
export type ExportPlace = {
  /** Files that are written now. */
  writing: number;
  /** Exports that come before it. */
  ahead: number;
  /** Another export of the same person comes first. */
  own: boolean;
};

/** Null: it is its turn, and the file can be fetched. */
export type ExportTurn = { place: ExportPlace | null };

/** A recorded export that waits to be fetched, once, by whoever asked for it. */
export type ExportReady = ExportTurn & { id: string; rows: number };
