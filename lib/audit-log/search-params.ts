import { like, oneOf, readQuery, searchText, upTo } from '#lib/domain/query-string.ts';
import type { RecordedEvent } from '#lib/domain/recorded-event.ts';
import { paths } from '#lib/paths.ts';

/** Kinds of events as a person looks for them. */
export const eventGroups = ['signIns', 'people', 'batches', 'settings', 'reading', 'denied'] as const;
export type EventGroup = (typeof eventGroups)[number];

/** Counted acts belong to the group of what they count. */
export const groupOfKind: Record<Exclude<RecordedEvent['kind'], 'counted'>, EventGroup> = {
  signIn: 'signIns',
  person: 'people',
  reset: 'people',
  account: 'people',
  batch: 'batches',
  app: 'settings',
  homeCountry: 'settings',
  check: 'settings',
  setback: 'settings',
  export: 'reading',
  reveal: 'reading',
  bulkRead: 'reading',
  urlsRead: 'reading',
  denied: 'denied',
};

/** What the address of the audit log asks for. Times are UTC ISO 8601. */
export type EventSearch = {
  /** Part of a name or an email: of who did it or of whom it was done to. */
  q?: string;
  group?: EventGroup[];
  /** Ids: who did it or whom it was done to. */
  person?: string[];
  app?: string[];
  from?: string;
  to?: string;
  after?: string;
  before?: string;
};

const longestText = 200;
const longestCursor = 200;
const utcTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z$/;

function readTime(value: string): string | undefined {
  if (!utcTime.test(value)) return undefined;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

const fields = {
  lists: {
    group: oneOf(eventGroups),
    person: like(/^[A-Za-z0-9_-]{1,64}$/),
    app: like(/^[1-9][0-9]{0,15}$/),
  },
  singles: {
    q: searchText(longestText),
    from: readTime,
    to: readTime,
    after: upTo(longestCursor),
    before: upTo(longestCursor),
  },
};

/** Reads a query string. Never throws: what cannot be used has no effect and is named in `ignored`. */
export function parseEventSearch(params: URLSearchParams): { search: EventSearch; ignored: string[] } {
  const { search, ignored } = readQuery(params, fields);
  const { from, to, before, ...rest } = search as EventSearch;
  const result: EventSearch = rest;
  if (from !== undefined && to !== undefined && from >= to) {
    ignored.add('from').add('to');
  } else {
    if (from !== undefined) result.from = from;
    if (to !== undefined) result.to = to;
  }
  // A place is on one side of a page only.
  if (before !== undefined && result.after !== undefined) ignored.add('before');
  else if (before !== undefined) result.before = before;
  return { search: result, ignored: [...ignored] };
}

/** In a fixed order, so that equal searches have equal addresses. */
export function toEventParams(search: EventSearch): URLSearchParams {
  const params = new URLSearchParams();
  if (search.q) params.set('q', search.q);
  for (const name of ['group', 'person', 'app'] as const)
    for (const value of search[name] ?? []) params.append(name, value);
  for (const name of ['from', 'to'] as const) {
    const time = search[name];
    if (time !== undefined) params.set(name, time.replace('.000Z', 'Z'));
  }
  if (search.after) params.set('after', search.after);
  else if (search.before) params.set('before', search.before);
  return params;
}

/** The address of the log showing this search. */
export function eventsHref(search: EventSearch): string {
  const query = toEventParams(search).toString();
  return query ? `${paths.auditLog}?${query}` : paths.auditLog;
}
