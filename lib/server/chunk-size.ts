/** Rows a statement takes, between `least` and `most`, so that it takes about `targetMs`. */
export type ChunkSize = {
  readonly rows: number;
  /** What a statement of so many rows took, in ms, with the wait for the database: under load the chunks shrink. */
  took(rows: number, ms: number): void;
};

type Limits = { least: number; most: number; targetMs: number };

/** Begins with `least` and grows at most twofold from one statement to the next. */
export function chunkSize({ least, most, targetMs }: Limits): ChunkSize {
  let rows = least;
  return {
    get rows() {
      return rows;
    },
    took(count, ms) {
      if (count < rows) return;
      const fitting = ms <= 0 ? most : Math.floor((count * targetMs) / ms);
      rows = Math.min(most, Math.max(least, Math.min(rows * 2, fitting)));
    },
  };
}
