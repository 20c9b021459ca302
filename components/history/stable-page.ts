import type { BindingView } from '#lib/bindings/view.ts';
import type { HistoryPage } from '#lib/history/view.ts';

/** The rows that are shown. They do not change until a person asks for others. */
export type Held = {
  /** Which rows were asked for. */
  key: string;
  page: HistoryPage;
  /** False: taken from the cache on arriving, while newer ones are on their way; those may still replace it. */
  settled: boolean;
};

type Arrival = {
  key: string;
  /** Undefined while what is there belongs to another search. */
  page: HistoryPage | undefined;
  fetching: boolean;
  /** New rows are wanted as they come. */
  live: boolean;
};

/** What is shown after an answer: the same rows, unless others were asked for or there are none to disturb. */
export function nextHeld(held: Held | undefined, { key, page, fetching, live }: Arrival): Held | undefined {
  if (page === undefined) return held;
  if (held?.key !== key) return { key, page, settled: !fetching };
  const replaceable = live || (!held.settled && !endsUnseen(held.page, page)) || held.page.rows.length === 0;
  const settled = held.settled || !fetching;
  if (!replaceable) return held.settled === settled ? held : { ...held, settled };
  return held.page === page && held.settled === settled ? held : { key, page, settled };
}

/** A row that was shown under way and is gone from the newer page: nobody would see how it ended. */
function endsUnseen(shown: HistoryPage, page: HistoryPage): boolean {
  const there = new Set(page.rows.map(({ id }) => id));
  return shown.rows.some((row) => isUnderWay(row) && !there.has(row.id));
}

/** How many rows of the newest answer are not shown. `more`: at least so many. */
export type Offer = { count: number; more: boolean };

/**
 * New rows stand before or between those shown. What only fills the page up at its end, because a row no longer
 * matches, is not new.
 */
export function offerOf(held: HistoryPage, newest: HistoryPage): Offer {
  const shown = new Set(held.rows.map(({ id }) => id));
  const last = newest.rows.findLastIndex(({ id }) => shown.has(id));
  const all = last < 0 || held.nextCursor === null;
  const count = (all ? newest.rows : newest.rows.slice(0, last)).filter(({ id }) => !shown.has(id)).length;
  return { count, more: count > 0 && last < 0 && newest.nextCursor !== null };
}

/** The shown rows in their present state: sending becomes bound where it stands. */
export function withNews(held: HistoryPage, news: readonly BindingView[]): HistoryPage {
  const byId = new Map(news.map((row) => [row.id, row]));
  return { ...held, rows: held.rows.map((row) => byId.get(row.id) ?? row) };
}

/** Still under way, so that its row will change. */
export const isUnderWay = ({ state }: Pick<BindingView, 'state'>): boolean =>
  state === 'sending' || state === 'queued';
