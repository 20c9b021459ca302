import 'server-only';
import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import { bindings } from '#lib/db/schema.ts';
import { searchKeys } from '#lib/domain/numbers/phone-number-search.ts';

// Columns that the database itself computes (migration "search"). They are no part of a row, so that none is read.
const text = sql.raw('"bindings"."search_text"');
const secretUrl = sql.raw('"bindings"."search_secret_url"');

/** The pattern is for the index, and says little of a long term; what is left is looked at itself. */
const has = (column: SQL, q: string): SQL =>
  sql`(${column} like search_pattern(${q}) and strpos(${column}, search_fold(${q})) > 0)`;

const wholeId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What the one search box finds: a number in any format, and a part of a URL, a name, an address, a reason, a code or
 * a RequestId, in any case and width, every character standing for itself. `secrets`: also inside the parts of a URL
 * that are hidden from those who may not bind.
 */
export function matches(q: string, { secrets }: { secrets: boolean }): SQL | undefined {
  // PostgreSQL's text has no NUL, and the unit separator stands between fields.
  if (q.includes('\0') || q.includes('\u001f')) return sql`false`;
  const id = q.toLowerCase();
  return or(
    has(text, q),
    // No URL has a space in it.
    secrets && !/\s/.test(q) ? has(secretUrl, q) : undefined,
    ...searchKeys(q).map((digits) =>
      digits === q ? undefined : and(has(text, digits), sql`strpos(${bindings.number}, ${digits}) > 0`),
    ),
    wholeId.test(id) ? eq(bindings.id, id) : undefined,
  );
}

/**
 * Whether the index can help to find a term: it knows three characters in a row, and beginnings and ends of words.
 * Characters beyond ASCII count twice.
 */
export function isIndexed(q: string): boolean {
  const folded = q.normalize('NFKC').replace(/\P{ASCII}/gu, '$&$&');
  return /(?<=[^\p{L}\p{N}])[\p{L}\p{N}]|[\p{L}\p{N}]{2}[^\p{L}\p{N}]|[\p{L}\p{N}]{3}/u.test(folded);
}
