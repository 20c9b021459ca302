import type { HistoryPage } from '#lib/history/view.ts';

/** What a search's people and batches are called, by id. */
export type HistoryNames = Pick<HistoryPage, 'people' | 'batches'>;

/** Names of those on the page, and of those it was asked for. */
export const namesOf = (page: HistoryPage | undefined): HistoryNames => ({
  people: {
    ...Object.fromEntries(page?.rows.map(({ actor }) => [actor.id, actor.name]) ?? []),
    ...page?.people,
  },
  batches: page?.batches ?? {},
});
