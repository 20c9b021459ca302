/** What the address of a number's page asks for besides the number. */
export type NumberSearch = {
  /** Bindings chosen for comparison, in the order they were chosen; at most two. */
  compare: string[];
  /** UTC ISO 8601: the moment that is asked about. */
  at?: string;
};

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const utcTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z$/;

/** A moment as an address holds it, as UTC ISO 8601; undefined for anything else. */
export function readMoment(text: string): string | undefined {
  if (!utcTime.test(text)) return undefined;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** Reads the query string of a number's page. What cannot be used has no effect and is named in `ignored`. */
export function parseNumberSearch(params: URLSearchParams): { search: NumberSearch; ignored: string[] } {
  const ignored = new Set<string>();
  for (const name of params.keys()) if (name !== 'compare' && name !== 'at') ignored.add(name);

  const asked = params.getAll('compare').flatMap((list) => list.slice(0, 200).split(','));
  const given = asked.filter((text) => text !== '');
  const known = [...new Set(given.filter((text) => id.test(text)))];
  if (known.length < given.length || known.length > 2) ignored.add('compare');

  const [moment, ...more] = params.getAll('at').filter((text) => text !== '');
  const at = moment === undefined ? undefined : readMoment(moment);
  if ((moment !== undefined && at === undefined) || more.length > 0) ignored.add('at');
  const compare = known.slice(0, 2);
  return { search: at === undefined ? { compare } : { compare, at }, ignored: [...ignored] };
}

/** Writes it in a fixed order, as short as it reads well: `at=2026-11-03T06:05Z&compare=…,…`. */
export function toNumberQuery({ compare, at }: NumberSearch): string {
  const parts: string[] = [];
  if (at !== undefined) parts.push(`at=${at.replace(/(:00)?\.000Z$/, 'Z')}`);
  if (compare.length > 0) parts.push(`compare=${compare.join(',')}`);
  return parts.join('&');
}
