import type { LineChange } from '#components/batches/new/lines/line-changes.ts';
import type { ColumnMap } from '#lib/batches/lines/columns.ts';
import type { Encoding } from '#lib/batches/lines/decode.ts';
import type { AppNumber, PlannedLine } from '#lib/batches/lines/plan.ts';
import type { SkippedLine } from '#lib/batches/lines/rules.ts';
import type { HomeCountry } from '#lib/domain/numbers/home-country.ts';
import type { Problem } from '#lib/domain/problem.ts';

/** What the worker is asked: a file's bytes or a pasted text, and how to read it. */
export type PlanRequest = {
  /** Told back, so that an answer that was overtaken is known as such. */
  ask: number;
  source: { bytes: ArrayBuffer } | { text: string };
  /** Which sheet of a workbook, from 0; left out: the first one with something in it. */
  sheet?: number;
  defaults: { appId: string | null; callbackUrl: string | null };
  apps: { id: string; name: string }[];
  /** Apps in which nothing is bound any more. */
  retiredApps?: { id: string; name: string }[];
  allowHttp: boolean;
  /** Left out: the mainland. */
  home?: HomeCountry;
  /** Numbers that the apps already have, among those that lines may mean. */
  known?: readonly AppNumber[];
  /** As a person corrected it; left out: as it is found. */
  map?: ColumnMap;
  /** What a person did to the lines since, in that order. */
  changes?: readonly LineChange[];
};

export type PlanAnswer = { ask: number } & (
  | {
      ok: true;
      encoding: Encoding | null;
      /** Of a workbook: what its sheets are called, and which of them was read. */
      workbook: { sheets: string[]; sheet: number } | null;
      map: ColumnMap;
      /** Columns with something in them, from 0. */
      places: number[];
      /** The header, if any, and the first records behind it as they were found, for the preview of the columns. */
      sample: string[][];
      /** In which line of the text the header stands. */
      headerLine: number;
      /** Lines of the text that only draw a table. */
      skipped: SkippedLine[];
      planned: PlannedLine[];
    }
  | { ok: false; problem: Problem }
);

/**
 * What the worker says: the planned lines in parts, then the rest of the answer without lines. In one piece, 20,000 lines
 * would keep the page's own thread busy for longer than a person overlooks.
 */
export type PlanMessage = { ask: number; part: PlannedLine[] } | PlanAnswer;
