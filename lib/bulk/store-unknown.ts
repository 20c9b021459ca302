import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#lib/db/client.ts';

/** So often a batch sends an unknown line again by itself. */
export const mostReasserts = 2;
/** It waits this long after an unclear outcome: what broke the connection may be over by then. */
const restMs = 2_000;

/** Bindings `b` of a batch that the machine may still send again: not too often yet, and nobody has changed their number since. */
export const doubtfulOf = (batchId: string): SQL => sql`
  from bindings b join numbers n on n.newest_binding_id = b.id
  where b.batch_id = ${batchId} and b.state = 'unknown'
    and (select count(*) from attempts a where a.binding_id = b.id and a.why = 'reassert') < ${mostReasserts}`;

export type Doubtful = { bindingId: string; attemptCount: number };

/** Lines of unknown outcome that the machine may still send again. `waiting` ones have not rested long enough. */
export async function listDoubtful(
  db: Database,
  batchId: string,
): Promise<{ ready: Doubtful[]; waiting: number }> {
  const { rows } = await db.execute<{ id: string; attempt_count: number; rested: boolean }>(sql`
    select b.id, b.attempt_count, b.settled_at < now() - ${restMs} * interval '1 millisecond' as rested
    ${doubtfulOf(batchId)}
    order by b.batch_line limit 1000`);
  const ready = rows.flatMap(({ id, attempt_count, rested }) =>
    rested ? [{ bindingId: id, attemptCount: attempt_count }] : [],
  );
  return { ready, waiting: rows.length - ready.length };
}
