import { historyLists, historySorts, sortOrders } from '#lib/domain/history-search.ts';
import { bindingSources, bindingStates, numberTypes } from '#lib/domain/outcome.ts';
import { pageSizes } from '#lib/domain/page-sizes.ts';

// How one value of history's query string is read; undefined: not a value of that parameter.

const longestText = 2000;
const longestCursor = 200;
const longestList = 50;

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const utcTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z$/;

const oneOf =
  <T extends string>(known: readonly T[]) =>
  (value: string) =>
    known.find((each) => each === value);
const like = (pattern: RegExp) => (value: string) => (pattern.test(value) ? value : undefined);

export const listFields = {
  outcome: oneOf(bindingStates),
  app: like(/^[1-9][0-9]{0,15}$/),
  type: oneOf([...numberTypes, 'none']),
  actor: like(/^[A-Za-z0-9_-]{1,64}$/),
  source: oneOf(bindingSources),
  // Whatever `new URL` leaves in a host; people may type it in capitals.
  host: (value: string) => like(/^[!-~]{1,261}$/)(value) && like(/^[^/?#@\\]+$/)(value.toLowerCase()),
  number: like(/^[0-9]{1,32}$/),
  not: oneOf(historyLists),
};

export const singleFields = {
  // PostgreSQL text cannot hold NUL, so no row can match it.
  q: (value: string) => (value.length <= longestText ? value.replaceAll('\0', '').trim() : undefined),
  from: readTime,
  to: readTime,
  sort: oneOf(historySorts),
  order: oneOf(sortOrders),
  size: (value: string) => pageSizes.find((size) => String(size) === value),
  after: (value: string) => (value.length <= longestCursor ? value : undefined),
  before: (value: string) => (value.length <= longestCursor ? value : undefined),
  view: like(/^[a-z0-9-]{1,36}$/),
  entry: like(id),
};

function readTime(value: string): string | undefined {
  if (!utcTime.test(value)) return undefined;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** The good values of a list in a fixed order, and whether all of them were good. */
export function readList<T extends string>(values: string[], read: (value: string) => T | undefined) {
  const known = new Set<T>();
  let allKnown = values.length <= longestList;
  for (const value of values.slice(0, longestList)) {
    const item = read(value);
    if (item === undefined) allKnown = false;
    else known.add(item);
  }
  return { list: [...known].sort(), allKnown };
}
