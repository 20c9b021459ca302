import 'server-only';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Database } from '#lib/db/client.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';
import { readerOf } from '#lib/history/reader.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { listNewestBatches, nameBatches } from '#lib/history/store-batch-names.ts';
import { countFacets, facetRowsLimit } from '#lib/history/store-facets.ts';
import { type FacetName, type FacetsView, facetNames } from '#lib/history/view.ts';

/** Batches that are offered at most. */
const batchesLimit = 200;

/**
 * For each filter, which values its rows have within all the other filters, and how often. A filter that is set is left
 * out of its own counts, so that one sees what choosing more or something else would give.
 */
export async function listFacets(
  { db }: Pick<Context, 'db'>,
  viewer: Viewer,
  search: HistorySearch,
): Promise<Result<FacetsView>> {
  if (!can(viewer, 'bindings.read')) return fail(problem('forbidden'));
  const set = facetNames.filter((name) => search[name] !== undefined);
  const unset = facetNames.filter((name) => search[name] === undefined);
  const asked: [HistorySearch, FacetName[]][] = [
    ...(unset.length > 0 ? [[search, unset] satisfies [HistorySearch, FacetName[]]] : []),
    ...set.map((name) => [without(search, name), [name]] satisfies [HistorySearch, FacetName[]]),
  ];
  const facets: Partial<Record<FacetName, Counted>> = {};
  for (const [within, names] of asked) {
    const counts = await countFacets(db, within, { ...readerOf(viewer), fields: names });
    const rows = counts.find(({ field }) => field === 'rows')?.count ?? 0;
    for (const name of names)
      facets[name] = {
        exact: rows <= facetRowsLimit,
        values: counts
          .filter(({ field }) => field === name)
          .map(({ value, label, count }) => ({ value, label, count })),
      };
  }
  const counted = facets as Record<FacetName, Counted>;
  const batch = { ...counted.batch, values: await offerBatches(db, counted.batch) };
  const batches = await nameBatches(
    db,
    batch.values.map(({ value }) => value),
  );
  return ok({ ...counted, batch, batches });
}

/**
 * Batches that have such rows, newest first; where not every row was counted, the newest others too: one batch may have
 * more lines than are counted.
 */
async function offerBatches(db: Database, { values, exact }: Counted): Promise<Counted['values']> {
  const found = values.toSorted((a, b) => (a.value < b.value ? 1 : -1));
  const newest = exact ? [] : await listNewestBatches(db, batchesLimit);
  const others = newest.filter((id) => !values.some(({ value }) => value === id));
  return [...found, ...others.map((value) => ({ value, label: null, count: 0 }))].slice(0, batchesLimit);
}

type Counted = FacetsView[FacetName];

const without = ({ not, ...search }: HistorySearch, name: FacetName): HistorySearch => {
  const left = not?.filter((each) => each !== name) ?? [];
  return { ...search, [name]: undefined, ...(left.length > 0 ? { not: left } : {}) };
};
