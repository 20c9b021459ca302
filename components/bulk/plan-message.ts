import type { LineChange } from '#components/bulk/new/line-changes.ts';
import type { ColumnMap } from '#lib/domain/batch-columns.ts';
import type { Delimiter } from '#lib/domain/batch-csv.ts';
import type { Encoding } from '#lib/domain/batch-decode.ts';
import type { PlannedLine } from '#lib/domain/batch-plan.ts';
import type { Problem } from '#lib/domain/problem.ts';

/** What the worker is asked: a file's bytes or a pasted text, and how to read it. */
export type PlanRequest = {
  /** Told back, so that an answer that was overtaken is known as such. */
  ask: number;
  source: { bytes: ArrayBuffer } | { text: string };
  defaults: { appId: string | null; callbackUrl: string | null };
  apps: { id: string; name: string }[];
  allowHttp: boolean;
  /** As a person corrected it; left out: as it is found. */
  map?: ColumnMap;
  /** What a person did to the lines since, in that order. */
  changes?: readonly LineChange[];
};

export type PlanAnswer = { ask: number } & (
  | {
      ok: true;
      encoding: Encoding | null;
      delimiter: Delimiter;
      map: ColumnMap;
      /** The first records as they were found, for the preview of the columns. */
      sample: string[][];
      planned: PlannedLine[];
    }
  | { ok: false; problem: Problem }
);

/**
 * What the worker says: the planned lines in parts, then the rest of the answer without lines. In one piece, 20,000 lines
 * would keep the page's own thread busy for longer than a person overlooks.
 */
export type PlanMessage = { ask: number; part: PlannedLine[] } | PlanAnswer;
