import 'server-only';
import { sql } from 'drizzle-orm';
import { monotonicMs } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import type { LineState } from '#lib/domain/batch.ts';
import type { NumberType } from '#lib/domain/outcome.ts';
import { chunkSize } from '#lib/server/chunk-size.ts';

type Change = { callbackUrl: string | null; numberType: NumberType | null };

/** A line of a batch as it ended, what was in force before it, and what is known of its number now. */
export type UndoRow = {
  line: number;
  appId: string;
  number: string;
  state: LineState;
  /** Nothing was stored for the number after this line. */
  isNewest: boolean;
  before: (Change & { id: string }) | null;
  bound: Change | null;
  /** Sent after `bound`, and its outcome is not known. */
  open: Change | null;
};

type Found = {
  batch_line: number;
  app_id: string;
  number: string;
  state: LineState;
  is_newest: boolean;
  before_id: string | null;
  before_url: string | null;
  before_type: NumberType | null;
  bound_id: string | null;
  bound_url: string | null;
  bound_type: NumberType | null;
  open_id: string | null;
  open_url: string | null;
  open_type: NumberType | null;
};

/** Lines a statement reads, see `ChunkSize`. */
const linesAStatement = { least: 100, most: 1_000, targetMs: 15 };

/** Every line of a batch in its order, each by its newest binding, with what an undo has to know. */
export async function listUndoRows(db: Database, batchId: string): Promise<UndoRow[]> {
  const rows: UndoRow[] = [];
  const chunk = chunkSize(linesAStatement);
  for (let after = 0; ; ) {
    const startedMs = monotonicMs();
    const lines = chunk.rows;
    const found = await readUndoRows(db, batchId, { after, lines });
    chunk.took(found.length, monotonicMs() - startedMs);
    rows.push(...found.map(toUndoRow));
    if (found.length < lines) return rows;
    after = found.at(-1)?.batch_line ?? after;
  }
}

async function readUndoRows(
  db: Database,
  batchId: string,
  { after, lines }: { after: number; lines: number },
): Promise<Found[]> {
  const { rows } = await db.execute<Found>(sql`
    select b.batch_line, b.app_id, b.number, b.state, n.newest_binding_id is not distinct from b.id as is_newest,
      before.id as before_id, before.callback_url as before_url, before.number_type as before_type,
      bound.id as bound_id, bound.callback_url as bound_url, bound.number_type as bound_type,
      opened.id as open_id, opened.callback_url as open_url, opened.number_type as open_type
    from (
      select distinct on (batch_line) * from bindings where batch_id = ${batchId} and batch_line > ${after}
      order by batch_line, id desc limit ${lines}) as b
    left join numbers n on n.app_id = b.app_id and n.number = b.number
    left join bindings bound on bound.id = n.bound_binding_id
    left join bindings opened on opened.id = n.open_binding_id
    left join lateral (
      select id, callback_url, number_type from bindings p
      where p.app_id = b.app_id and p.number = b.number and p.state = 'bound'
        and (p.created_at, p.id) < (b.created_at, b.id)
      order by p.created_at desc, p.id desc limit 1) as before on true
    order by b.batch_line`);
  return rows;
}

const toUndoRow = (row: Found): UndoRow => ({
  line: row.batch_line,
  appId: row.app_id,
  number: row.number,
  state: row.state,
  isNewest: row.is_newest,
  before:
    row.before_id === null
      ? null
      : { id: row.before_id, callbackUrl: row.before_url, numberType: row.before_type },
  bound: row.bound_id === null ? null : { callbackUrl: row.bound_url, numberType: row.bound_type },
  open: row.open_id === null ? null : { callbackUrl: row.open_url, numberType: row.open_type },
});
