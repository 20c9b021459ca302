import 'server-only';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { readerOf } from '#lib/bindings/reader.ts';
import type { HistorySearch } from '#lib/bindings/schema.ts';
import { countFacets, facetRowsLimit } from '#lib/bindings/store-facets.ts';
import { type FacetName, type FacetsView, facetNames } from '#lib/bindings/view.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';

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
  const facets: Partial<FacetsView> = {};
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
  return ok(facets as FacetsView);
}

const without = ({ not, ...search }: HistorySearch, name: FacetName): HistorySearch => {
  const left = not?.filter((each) => each !== name) ?? [];
  return { ...search, [name]: undefined, ...(left.length > 0 ? { not: left } : {}) };
};
