import { historyLists, historySorts, sortOrders } from '#lib/domain/history-search.ts';
import { bindingSources, bindingStates, numberTypes } from '#lib/domain/outcome.ts';
import { pageSizes } from '#lib/domain/page-sizes.ts';
import { like, oneOf, searchText, upTo } from '#lib/domain/query-string.ts';

// How one value of history's query string is read; undefined: not a value of that parameter.

const longestText = 2000;
const longestCursor = 200;

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const utcTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z$/;

export const listFields = {
  outcome: oneOf(bindingStates),
  app: like(/^[1-9][0-9]{0,15}$/),
  type: oneOf([...numberTypes, 'none']),
  actor: like(/^[A-Za-z0-9_-]{1,64}$/),
  source: oneOf(bindingSources),
  // Whatever `new URL` leaves in a host; people may type it in capitals.
  host: (value: string) => like(/^[!-~]{1,261}$/)(value) && like(/^[^/?#@\\]+$/)(value.toLowerCase()),
  number: like(/^[0-9]{1,32}$/),
  batch: like(id),
  not: oneOf(historyLists),
};

export const singleFields = {
  q: searchText(longestText),
  from: readTime,
  to: readTime,
  sort: oneOf(historySorts),
  order: oneOf(sortOrders),
  size: (value: string) => pageSizes.find((size) => String(size) === value),
  after: upTo(longestCursor),
  before: upTo(longestCursor),
  view: like(/^[a-z0-9-]{1,36}$/),
  entry: like(id),
};

function readTime(value: string): string | undefined {
  if (!utcTime.test(value)) return undefined;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
