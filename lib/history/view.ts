import type { BindingView } from '#lib/bindings/view.ts';
import type { BatchKind } from '#lib/domain/batch.ts';
import type { BindingState } from '#lib/domain/outcome.ts';

/** One page of history, newest first. Cursors are opaque; null at an end. */
export type HistoryPage = {
  rows: BindingView[];
  nextCursor: string | null;
  previousCursor: string | null;
  /** Exact up to the limit, else a lower bound shown as `10,000+`. */
  total: { count: number; exact: boolean };
  /** Denied attempts that are not among the rows; null where they can not be counted under these filters. */
  denied: DeniedCount | null;
  /** Names of the people that the search asks for, by id. */
  people: Record<string, string>;
  /** And of the batches. */
  batches: Record<string, BatchName>;
};

/** `leftOut`: rows that this view does not list. `counted`: attempts that have no row, because there were too many in an hour. */
export type DeniedCount = { leftOut: number; counted: number };

/** What a batch is known by. `by` is who began it, `at` when, as UTC ISO 8601. */
export type BatchName = { title: string | null; kind: BatchKind; total: number; by: string; at: string };

/** Filters whose values can be counted. */
export const facetNames = ['outcome', 'app', 'type', 'source', 'actor', 'host', 'batch'] as const;

export type FacetName = (typeof facetNames)[number];

export type Facet = {
  /** As the address has it. */
  value: string;
  /** What to call it, where the value itself does not tell. */
  label: string | null;
  count: number;
};

/** The commonest first, batches the newest. Not `exact`: counted among the newest 10,000 rows. */
export type FacetsView = Record<FacetName, { values: Facet[]; exact: boolean }> & {
  /** Names of the batches, by id. */
  batches: Record<string, BatchName>;
};

/** Outcomes over time. Times are UTC ISO 8601; buckets follow each other and begin at round times of the zone. */
export type ChartView = {
  from: string;
  to: string;
  zone: string;
  /** Why it shows just this: asked for, the last 30 days because nothing was, or the newest because it is too many. */
  because: 'asked' | 'usual' | 'many';
  buckets: { from: string; to: string; counts: Partial<Record<BindingState, number>> }[];
};
