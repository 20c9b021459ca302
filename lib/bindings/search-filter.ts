import 'server-only';
import { and, eq, gte, ilike, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { HistorySearch } from '#lib/bindings/schema.ts';
import { attempts, bindings } from '#lib/db/schema.ts';
import { type HistoryList, historyLists } from '#lib/domain/history-search.ts';
import { searchKeys } from '#lib/domain/phone-number-search.ts';

/** `%`, `_` and the escape itself stand for themselves. */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** The one search box: number in any format, URL part, actor, reason, RequestId, code. */
function matches(q: string): SQL | undefined {
  // A text of PostgreSQL's has no NUL, so none has this one in it.
  if (q.includes('\0')) return sql`false`;
  const pattern = containing(q);
  const texts = [
    bindings.callbackUrl,
    bindings.actorName,
    bindings.actorEmail,
    bindings.reason,
    bindings.requestId,
    bindings.code,
  ];
  return or(
    eq(bindings.id, q),
    ...texts.map((column) => ilike(column, pattern)),
    ...searchKeys(q).map((digits) => sql`${bindings.number} like ${containing(digits)}`),
    // Requests before the last one have RequestIds too.
    sql`exists (select 1 from ${attempts} where ${attempts.bindingId} = ${bindings.id} and ${attempts.requestId} = ${q})`,
  );
}

function typeIn(types: NonNullable<HistorySearch['type']>): SQL | undefined {
  const named = types.filter((type) => type !== 'none');
  return or(
    named.length > 0 ? inArray(bindings.numberType, named) : undefined,
    types.includes('none') ? isNull(bindings.numberType) : undefined,
  );
}

function listCondition(search: HistorySearch, name: HistoryList): SQL | undefined {
  const { outcome, app, type, actor, source, host, number } = search;
  const conditions = {
    outcome: () => outcome && inArray(bindings.state, outcome),
    app: () => app && inArray(bindings.appId, app),
    type: () => type && typeIn(type),
    actor: () => actor && inArray(bindings.actorId, actor),
    source: () => source && inArray(bindings.source, source),
    host: () => host && inArray(bindings.callbackHost, host),
    number: () => number && inArray(bindings.number, number),
  };
  const condition = conditions[name]();
  // A row without a host or a type is none of those named.
  return condition && search.not?.includes(name) ? sql`(${condition}) is not true` : condition;
}

/** PostgreSQL's calendar has no year 0. */
const inRange = (iso: string): Date => new Date(Math.max(0, new Date(iso).getTime()));

/** What a row has to fulfil to be found. Undefined: every row is. */
export function filterOf(search: HistorySearch): SQL | undefined {
  const { q, from, to } = search;
  return and(
    ...historyLists.map((name) => listCondition(search, name)),
    from ? gte(bindings.createdAt, inRange(from)) : undefined,
    to ? lt(bindings.createdAt, inRange(to)) : undefined,
    q ? matches(q) : undefined,
  );
}
