import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { toNumbersParams } from '#lib/numbers/search-params.ts';

/** Numbers chosen on the board: those of `keys`, or with `of` all that match it but those. */
export type Choice = {
  /** The filters as a query string; null: single numbers. */
  of: string | null;
  keys: ReadonlySet<string>;
};

export const noChoice: Choice = { of: null, keys: new Set() };

/** One number of one app. */
export const choiceKey = ({ appId, number }: { appId: string; number: string }): string =>
  `${appId}.${number}`;

/** What a choice of all is a choice of: the filters, without their page and how they are shown. */
export function filtersText({
  after: _after,
  before: _before,
  size: _size,
  group: _group,
  ...filters
}: NumbersSearch): string {
  return toNumbersParams(filters).toString();
}

/** The choice as it stands under these filters: single numbers stay chosen, all that matched other filters do not. */
export const choiceUnder = (choice: Choice, filters: string): Choice =>
  choice.of === null || choice.of === filters ? choice : noChoice;

export const isChosen = ({ of, keys }: Choice, key: string): boolean => (of !== null) !== keys.has(key);

/** The choice with these numbers in it, or out of it. */
export function choose({ of, keys }: Choice, some: readonly string[], chosen: boolean): Choice {
  const next = new Set(keys);
  for (const key of some) {
    if ((of === null) === chosen) next.add(key);
    else next.delete(key);
  }
  return { of, keys: next };
}

/** How many numbers are chosen, where `total` match. */
export const countChosen = ({ of, keys }: Choice, total: number): number =>
  of === null ? keys.size : Math.max(0, total - keys.size);

/** Everything from one number of the page to another, in either direction; the last alone if the first is not there. */
export function rangeOf(keys: readonly string[], from: string | null, to: string): string[] {
  const [start, end] = [from === null ? -1 : keys.indexOf(from), keys.indexOf(to)];
  return start < 0 ? [to] : keys.slice(Math.min(start, end), Math.max(start, end) + 1);
}
