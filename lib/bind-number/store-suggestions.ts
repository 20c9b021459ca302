import 'server-only';
import { and, asc, desc, eq, inArray, isNotNull, like, or, sql } from 'drizzle-orm';
import { type BoundUse, type KnownNumber, numbersAnApp } from '#lib/bind-number/suggest.ts';
import type { Database } from '#lib/db/client.ts';
import { bindings, numbers } from '#lib/db/schema.ts';
import type { NumberType } from '#lib/domain/outcome.ts';

/** How far back suggestions look, in bound bindings: far enough for habits, and the same effort in a long history. */
const windowRows = 1_000;

/** The newest bound bindings of these apps, newest first. */
export async function listBoundUses(db: Database, appIds: readonly string[]): Promise<BoundUse[]> {
  if (appIds.length === 0) return [];
  return db
    .select({
      id: bindings.id,
      number: bindings.number,
      callbackUrl: bindings.callbackUrl,
      callbackHost: bindings.callbackHost,
    })
    .from(bindings)
    .where(and(eq(bindings.state, 'bound'), inArray(bindings.appId, [...appIds])))
    .orderBy(desc(bindings.createdAt), desc(bindings.id))
    .limit(windowRows);
}

const columns = {
  appId: numbers.appId,
  number: numbers.number,
  url: numbers.boundUrl,
  boundBindingId: numbers.boundBindingId,
  openBindingId: numbers.openBindingId,
  providerState: numbers.providerState,
  providerListed: numbers.providerListed,
};

const known = or(
  isNotNull(numbers.boundBindingId),
  isNotNull(numbers.openBindingId),
  sql`${numbers.providerListed}`,
);

/** Those of these numbers that an app has, and the number type each was last bound with. */
export async function listKnownAmong(
  db: Database,
  appId: string,
  among: readonly string[],
): Promise<{ number: string; numberType: NumberType | null }[]> {
  if (among.length === 0) return [];
  return db
    .select({ number: numbers.number, numberType: bindings.numberType })
    .from(numbers)
    .leftJoin(bindings, eq(bindings.id, numbers.boundBindingId))
    .where(and(eq(numbers.appId, appId), inArray(numbers.number, [...among]), known));
}

const lastBoundFirst = [sql`${numbers.boundBindingId} desc nulls last`, asc(numbers.number)];
/** The same, but as something that no index is in the order of. */
const sorted = [sql`(${numbers.boundBindingId} || '') desc nulls last`, sql`(${numbers.number} || '')`];

/** What is known of the numbers of these apps, last bound first within each: one more than is offered, where there is. */
export async function listKnownNumbers(db: Database, appIds: readonly string[]): Promise<KnownNumber[]> {
  const ofApp = (appId: string) =>
    db
      .select(columns)
      .from(numbers)
      .where(and(eq(numbers.appId, appId), known))
      .orderBy(...lastBoundFirst)
      .limit(numbersAnApp + 1);
  return (await Promise.all(appIds.map(ofApp))).flat();
}

/** How many lines of an app are looked at one by one before the index of texts is asked for all that match. */
const window = 1_000;

/** `digits`: runs of three or more, one of which a number has to hold. */
type Asked = { appId: string; digits: readonly string[]; limit: number };

const has = (run: string) => sql`strpos(${numbers.number}, ${run}) > 0`;

/** Among the lines of an app that were bound last. */
export function nearQuery(db: Database, { appId, digits, limit }: Asked) {
  const within = sql`where ${eq(numbers.appId, appId)} order by ${sql.join(lastBoundFirst, sql`, `)}`;
  // Named like the table, so that conditions read the same.
  const near = db.$with('numbers').as(sql`select * from ${numbers} ${within} limit ${window}` as never);
  return db
    .with(near)
    .select(columns)
    .from(numbers)
    .where(and(known, or(...digits.map(has))))
    .orderBy(...lastBoundFirst)
    .limit(limit);
}

/** Among all lines of an app, found by the index of texts and then sorted. */
export function wholeQuery(db: Database, { appId, digits, limit }: Asked) {
  const found = digits.map((run) => and(like(numbers.searchText, `%${run}%`), has(run)));
  return db
    .select(columns)
    .from(numbers)
    .where(and(eq(numbers.appId, appId), known, or(...found)))
    .orderBy(...sorted)
    .limit(limit);
}

/**
 * Known numbers of an app that hold these digits, last bound first. Like a search of history, it looks nearby first: what many
 * numbers hold would be a long list in the index. See docs/decisions/search-index.md.
 */
export async function listFittingNumbers(db: Database, asked: Asked): Promise<KnownNumber[]> {
  const near = await nearQuery(db, asked);
  return near.length === asked.limit ? near : wholeQuery(db, asked);
}
