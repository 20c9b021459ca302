import { paths } from '#lib/paths.ts';

/** A binding of the seeded year, as somebody who looks for it would know it. */
export type Known = {
  id: string;
  appId: string;
  number: string;
  host: string;
  actor: string;
  requestId: string;
  code: string;
};

/** One look at the console: what is asked together, then somebody thinks. */
export type Step = { kind: string; path: string }[];

export const page = (kind: string, path: string): Step => [{ kind: `page: ${kind}`, path }];
const json = (kind: string, path: string) => ({ kind, path });

/** History and its chart, which a browser asks for together whenever the filter changes. */
function rows(kind: string, query: Record<string, string>): Step {
  const params = new URLSearchParams(query);
  return [
    json(kind, `${paths.api.bindings}?${params}`),
    json('chart', `${paths.api.chart}?${params}&zone=Asia%2FShanghai`),
  ];
}

/** Stands for the place after the page of history that was read last. */
export const nextCursor = 'the-next-cursor';
const nextPage = (query: Record<string, string>): Step => [
  json('next page', `${paths.api.bindings}?${new URLSearchParams({ ...query, after: nextCursor })}`),
];

const newest: Step = [json('history, newest', paths.api.bindings)];
const openHistory: Step = [
  ...page('history', paths.history),
  json('chart', `${paths.api.chart}?zone=Asia%2FShanghai`),
];

/** What a support person does in one go, each visit another question. */
const visits: ((known: Known) => Step[])[] = [
  // "Calls to this number fail since lunch": the number, its newest binding, its page and its timeline.
  ({ id, appId, number }) => [
    openHistory,
    rows('search: number', { q: `+86 ${number.slice(4)}` }),
    [json('entry', paths.api.binding(id))],
    page('number', paths.number(appId, number)),
    [json('timeline', paths.api.timeline(appId, number))],
  ],
  // Who uses this host?
  ({ host }) => [
    openHistory,
    rows('search: host', { q: host }),
    nextPage({ q: host }),
    [json('board, host', `${paths.api.numbers}?${new URLSearchParams({ host })}`)],
  ],
  // Which failures share a code?
  ({ code }) => [
    openHistory,
    [json('filter menu', paths.api.facets)],
    rows('filter: outcome', { outcome: 'refused' }),
    nextPage({ outcome: 'refused' }),
    rows('search: code', { q: code }),
  ],
  ({ actor, requestId }) => [
    newest,
    rows('search: actor', { q: actor }),
    rows('search: RequestId', { q: requestId }),
    rows('search: absent', { q: `${requestId.slice(0, -4)}zzzz` }),
  ],
  ({ appId, number }) => [
    page('overview', paths.home),
    [json('overview', paths.api.overview)],
    page('board', paths.numbers),
    [json('board', paths.api.numbers), json('lists', paths.api.numberLists)],
    [json('board, search', `${paths.api.numbers}?${new URLSearchParams({ q: number.slice(-6) })}`)],
    page('number', paths.number(appId, number)),
  ],
  () => [openHistory, newest, nextPage({}), nextPage({})],
];

/** Steps without end, one visit after the other, each about another binding; `roll` gives whole numbers below its argument. */
export function* walk(known: readonly Known[], roll: (below: number) => number): Generator<Step, never> {
  if (known.length === 0) throw new Error('There is nothing to look for.');
  for (;;) {
    const visit = visits[roll(visits.length)];
    const about = known[roll(known.length)];
    if (visit && about) yield* visit(about);
  }
}

/** The path with the last page's cursor in its place; the newest page where there is none. */
export function withCursor(path: string, cursor: string | null): string {
  const [place = '', query = ''] = path.split('?');
  const params = new URLSearchParams(query);
  if (params.get('after') !== nextCursor) return path;
  if (cursor === null) params.delete('after');
  else params.set('after', cursor);
  return params.size > 0 ? `${place}?${params}` : place;
}
