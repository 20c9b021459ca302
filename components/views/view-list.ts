import type { HistorySearch } from '#lib/history/schema.ts';
import { parseHistorySearch } from '#lib/history/search-params.ts';
import {
  type BuiltInView,
  builtInSearch,
  builtInViews,
  type SavedView,
  type ViewsOfViewer,
  viewQueryOf,
} from '#lib/views/view.ts';

export type ViewQuestion = { kind: 'save' } | { kind: 'edit'; view: SavedView };

/** A view as a person can pick it. `query` is what it shows, in the written form that addresses are compared in. */
export type PickableView = {
  id: string;
  query: string;
  search: HistorySearch;
} & ({ kind: 'built-in'; builtIn: BuiltInView } | { kind: 'saved'; saved: SavedView });

/** Everything a person can pick, built-in views first. `todayFrom`: midnight of their day, UTC ISO 8601. */
export function listPickable({ viewerId, saved }: ViewsOfViewer, todayFrom: string): PickableView[] {
  const builtIn = builtInViews.map((name): PickableView => {
    const search = builtInSearch(name, { viewerId, todayFrom });
    return { id: name, kind: 'built-in', builtIn: name, search, query: viewQueryOf(search) };
  });
  const own = saved.map((view): PickableView => {
    const { search } = parseHistorySearch(new URLSearchParams(view.query));
    return { id: view.id, kind: 'saved', saved: view, search, query: viewQueryOf(search) };
  });
  return [...builtIn, ...own];
}

/** The address of a view, in a table of as many rows a page as now. */
export const openView = ({ id, search }: PickableView, { size }: HistorySearch): HistorySearch => ({
  ...search,
  view: id,
  ...(size ? { size } : {}),
});

export type ActiveView = {
  /** The view that the address began as; null for an address that began as none that this person may see. */
  view: PickableView | null;
  /** Its filters or its order are others by now. */
  changed: boolean;
  /** There is something to save that is no view yet. */
  unsaved: boolean;
};

/** Which view an address is, and how far it has moved from it. Without any filter it is the view of all changes. */
export function findActive(views: readonly PickableView[], search: HistorySearch): ActiveView {
  const query = viewQueryOf(search);
  const wanted = search.view ?? (query === '' ? 'all' : undefined);
  const view = views.find(({ id }) => id === wanted) ?? null;
  const changed = view !== null && view.query !== query;
  return { view, changed, unsaved: view === null ? query !== '' : changed };
}
