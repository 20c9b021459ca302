import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { BatchRow } from '#lib/batches/store-start.ts';
import type { Database } from '#lib/db/client.ts';

/** So often a batch sends an unknown line again by itself. */
export const mostReasserts = 2;
/** It waits this long after an unclear outcome: what broke the connection may be over by then. */
const restMs = 2_000;

const reasserts = sql`(select count(*) from attempts a where a.binding_id = b.id and a.why = 'reassert')`;

/** Bindings `b` of a batch that the machine may still send again: not too often yet, and nobody has changed their number since. */
export const doubtfulOf = (batchId: string): SQL => sql`
  from bindings b join numbers n on n.app_id = b.app_id and n.number = b.number and n.newest_binding_id = b.id
  where b.batch_id = ${batchId} and b.state = 'unknown'
    and ${reasserts} < ${mostReasserts}`;

/** A clock that was set back, or differs from the database's, makes it long ago, not to come. */
const hasRested = sql`abs(extract(epoch from now() - b.settled_at)) * 1000 > ${restMs}::float8`;

export type Doubtful = { bindingId: string; attemptCount: number };

/** Lines of unknown outcome that the machine may still send again. `waiting` ones have not rested long enough. */
export async function listDoubtful(
  db: Database,
  batchId: string,
): Promise<{ ready: Doubtful[]; waiting: number }> {
  const { rows } = await db.execute<{ id: string; attempt_count: number; rested: boolean }>(sql`
    select b.id, b.attempt_count, ${hasRested} as rested
    ${doubtfulOf(batchId)}
    order by b.batch_line limit 1000`);
  const ready = rows.flatMap(({ id, attempt_count, rested }) =>
    rested ? [{ bindingId: id, attemptCount: attempt_count }] : [],
  );
  return { ready, waiting: rows.length - ready.length };
}

/**
 * How many lines of unknown outcome wait for a person: nothing was bound to their number since, and the machine does not
 * send them again.
 */
export async function countUndecided(db: Database, { id, state }: BatchRow): Promise<number> {
  const goesOn = state === 'running' || state === 'paused';
  const { rows } = await db.execute<{ lines: number }>(sql`
    select count(*)::int as lines
    from bindings b join numbers n on n.app_id = b.app_id and n.number = b.number and n.open_binding_id = b.id
    where b.batch_id = ${id} and b.state = 'unknown'
      and (${!goesOn} or n.newest_binding_id <> b.id or ${reasserts} >= ${mostReasserts})`);
  return rows[0]?.lines ?? 0;
}
