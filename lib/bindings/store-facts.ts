import 'server-only';
import { and, desc, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Database } from '#lib/db/client.ts';
import { bindings, numbers } from '#lib/db/schema.ts';
import type { Certainty } from '#lib/domain/outcome.ts';

export type BindingRow = typeof bindings.$inferSelect;

/** What history knows of a number. The provider can not be asked what a number is bound to. */
export type KnownFacts = {
  newest: BindingRow | null;
  /** The last binding known to be carried out. */
  bound: BindingRow | null;
  /** A newer one that may have been carried out too. */
  open: BindingRow | null;
  certainty: Certainty;
};

export type NumberKey = { appId: string; number: string };

/** What is queued by a batch changes nothing yet: whoever comes first binds, and the batch then leaves the number out. */
const openStates = ['sending', 'unknown'] as const;

/** Reads the facts of one number, and the binding that already carries a key, in one statement. */
export async function findFacts(
  db: Database,
  { appId, number }: NumberKey,
  key?: { actorId: string; idempotencyKey: string },
): Promise<KnownFacts & { sameKey: BindingRow | null }> {
  const ofNumber = and(eq(bindings.appId, appId), eq(bindings.number, number));
  const part = (name: string, where: SQL | undefined) =>
    db
      .select({ part: sql<string>`${name}::text`.as('part'), ...getTableColumns(bindings) })
      .from(bindings)
      .where(where)
      .orderBy(desc(bindings.createdAt), desc(bindings.id))
      .limit(1);
  const newestId = db
    .select({ id: numbers.newestBindingId })
    .from(numbers)
    .where(and(eq(numbers.appId, appId), eq(numbers.number, number)));
  const rows = await unionAll(
    part('newest', inArray(bindings.id, newestId)),
    part('bound', and(ofNumber, eq(bindings.state, 'bound'))),
    part('open', and(ofNumber, inArray(bindings.state, [...openStates]))),
    part(
      'same-key',
      key
        ? and(eq(bindings.actorId, key.actorId), eq(bindings.idempotencyKey, key.idempotencyKey))
        : sql`false`,
    ),
  );
  const pick = (name: string): BindingRow | null => {
    const found = rows.find((row) => row.part === name);
    if (found === undefined) return null;
    const { part: _part, ...row } = found;
    return row;
  };
  const bound = pick('bound');
  const latestOpen = pick('open');
  const open = latestOpen && (bound === null || isNewer(latestOpen, bound)) ? latestOpen : null;
  const certainty = open !== null ? 'uncertain' : bound !== null ? 'exact' : 'none';
  return { newest: pick('newest'), bound, open, certainty, sameKey: pick('same-key') };
}

const isNewer = (one: BindingRow, other: BindingRow): boolean =>
  one.createdAt.getTime() > other.createdAt.getTime() ||
  (one.createdAt.getTime() === other.createdAt.getTime() && one.id > other.id);
