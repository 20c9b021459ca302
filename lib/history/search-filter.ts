import 'server-only';
import { and, gte, inArray, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import { bindings } from '#lib/db/schema.ts';
import { type HistoryList, historyLists } from '#lib/domain/history-search.ts';
import { bindingSources, bindingStates, numberTypes } from '#lib/domain/outcome.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { matches } from '#lib/history/search-text.ts';

/** Whose search it is: those who may not bind find nothing by what is hidden from them in a URL. */
export type Reader = {
  secrets: boolean;
  /** Also what the default view leaves out. */
  withDenied?: boolean;
};

const columns = {
  outcome: bindings.state,
  app: bindings.appId,
  type: bindings.numberType,
  actor: bindings.actorId,
  source: bindings.source,
  host: bindings.callbackHost,
  number: bindings.number,
  batch: bindings.batchId,
};

/** Lists whose values are all known: "none of these" is "one of the others", which an index can answer. */
const closed: { [Name in HistoryList]?: readonly string[] } = {
  outcome: bindingStates,
  type: [...numberTypes, 'none'],
  source: bindingSources,
};

function anyOf(name: HistoryList, values: readonly string[]): SQL | undefined {
  const column = columns[name];
  const named = name === 'type' ? values.filter((value) => value !== 'none') : values;
  return or(
    named.length > 0 || values.length === 0 ? inArray(column, [...named] as never[]) : undefined,
    named.length < values.length ? isNull(column) : undefined,
  );
}

function listCondition(search: HistorySearch, name: HistoryList): SQL | undefined {
  const values = search[name];
  if (values === undefined) return undefined;
  const excluded = new Set<string>(search.not?.includes(name) ? values : []);
  if (excluded.size === 0) return anyOf(name, values);
  const others = closed[name]?.filter((value) => !excluded.has(value));
  // A row without a host or a batch is none of those named.
  return others ? anyOf(name, others) : sql`(${anyOf(name, values)}) is not true`;
}

/** PostgreSQL's calendar has no year 0. */
export const inRange = (iso: string): Date => new Date(Math.max(0, new Date(iso).getTime()));

export type Filter = {
  /** Met by one stretch of an index that is in the order of time. */
  tight: SQL | undefined;
  /** What has to be asked of each row, or of an index in no useful order. */
  loose: SQL | undefined;
  /** What each finds is a part of what `loose` finds, and stands in the order of time in an index of its own. */
  alternatives: (SQL | undefined)[];
};

/** Denied attempts are no part of what is or was bound: history lists them as soon as anything is looked for. */
export const leavesOutDenied = (search: HistorySearch): boolean =>
  !search.q && historyLists.every((name) => search[name] === undefined);

/** What a row has to fulfil to be found, in two parts that together are the whole. */
export function splitFilter(search: HistorySearch, reader: Reader): Filter {
  const { q, from, to, sort = 'time' } = search;
  const range = and(
    from ? gte(bindings.createdAt, inRange(from)) : undefined,
    to ? lt(bindings.createdAt, inRange(to)) : undefined,
    // As a part of the range: a condition on each row would have the planner look for it in other indexes.
    leavesOutDenied(search) && !reader.withDenied ? ne(bindings.state, 'denied') : undefined,
  );
  const set = historyLists.filter((name) => search[name] !== undefined);
  const isNegative = (name: HistoryList) => search.not?.includes(name) ?? false;
  const narrow = set.filter((name) => search[name]?.length === 1 && !isNegative(name));
  const wide = set.filter((name) => !narrow.includes(name));
  const conditions = (names: HistoryList[]) => and(...names.map((name) => listCondition(search, name)));
  const loose = and(conditions(wide), q ? matches(q, reader) : undefined);
  const tight = and(range, conditions(narrow));
  if (sort !== 'time') return { tight: undefined, loose: and(tight, loose), alternatives: [] };
  const [only, ...others] = wide;
  const isSplit = only && others.length === 0 && !q && !isNegative(only);
  return {
    tight,
    loose,
    alternatives: isSplit ? (search[only] ?? []).map((value) => anyOf(only, [value])) : [],
  };
}

/** The whole of it. Undefined: every row is found. */
export function filterOf(search: HistorySearch, reader: Reader): SQL | undefined {
  const { tight, loose } = splitFilter(search, reader);
  return and(tight, loose);
}
