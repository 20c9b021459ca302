import type { HistorySearch } from '#lib/history/schema.ts';
import { toSearchParams } from '#lib/history/search-params.ts';

/** Views that everybody has. `all` is history without any filter. */
export const builtInViews = ['all', 'failed-today', 'mine', 'unknown'] as const;
export type BuiltInView = (typeof builtInViews)[number];

export const isBuiltIn = (id: string): id is BuiltInView => (builtInViews as readonly string[]).includes(id);

/** What a built-in view shows somebody. `todayFrom` is midnight of the viewer's day, UTC ISO 8601. */
export function builtInSearch(
  view: BuiltInView,
  { viewerId, todayFrom }: { viewerId: string; todayFrom: string },
): HistorySearch {
  switch (view) {
    case 'all':
      return {};
    case 'failed-today':
      return { outcome: ['refused'], from: todayFrom };
    case 'mine':
      return { actor: [viewerId] };
    case 'unknown':
      return { outcome: ['unknown'] };
  }
}

/** A saved view as the person asking sees it. */
export type SavedView = {
  id: string;
  name: string;
  /** Null once its owner was removed. */
  ownerName: string | null;
  own: boolean;
  shared: boolean;
  /** Whether this person may rename, change, share or delete it. */
  editable: boolean;
  /** See `viewQueryOf`. */
  query: string;
};

export type ViewsOfViewer = {
  viewerId: string;
  /** Own ones and those others share, by name. */
  saved: SavedView[];
  /** The view that history opens with, built-in or saved; null: all of history. */
  defaultId: string | null;
  mayShare: boolean;
};

/**
 * The query that history opens with for somebody who chose a view for it; null: none. Where today begins only the
 * browser knows, so that view is named without its filters, and they are filled in there.
 */
export function firstQuery({ viewerId, saved, defaultId }: ViewsOfViewer): string | null {
  if (defaultId === null) return null;
  const view = saved.find(({ id }) => id === defaultId);
  const query =
    view?.query ??
    (isBuiltIn(defaultId) && defaultId !== 'failed-today'
      ? viewQueryOf(builtInSearch(defaultId, { viewerId, todayFrom: '' }))
      : '');
  return query === '' ? `view=${defaultId}` : `view=${defaultId}&${query}`;
}

/**
 * What a view keeps of an address: filters and order in their one written form. A page, an open entry and how many
 * rows a page has are nobody's view.
 */
export function viewQueryOf(search: HistorySearch): string {
  const { after: _after, before: _before, entry: _entry, size: _size, view: _view, ...kept } = search;
  return toSearchParams(kept).toString();
}
