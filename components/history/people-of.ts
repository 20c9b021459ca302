import type { HistoryPage } from '#lib/bindings/view.ts';

/** Names of people by id: of those on the page, and of those it was asked for. */
export const peopleOf = (page: HistoryPage | undefined): Record<string, string> => ({
  ...Object.fromEntries(page?.rows.map(({ actor }) => [actor.id, actor.name]) ?? []),
  ...page?.people,
});
