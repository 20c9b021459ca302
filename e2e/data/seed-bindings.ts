import { sql } from 'drizzle-orm';
import { withDatabase } from '#e2e/attack/rows.ts';
import { makeBindingId } from '#lib/bind-number/binding-id.ts';
import type { Database } from '#lib/db/client.ts';
import { bindings, numbers } from '#lib/db/schema.ts';
import { bindingRow } from '#lib/testing/db/rows.ts';
import { completeNumberLines } from '#lib/testing/seed/rows.ts';

type Row = typeof bindings.$inferInsert;

/** A binding of the past: stored at a moment, settled 0.4 s later. */
export function pastBinding(at: string, rest: Partial<Row> & { number: string }): Row {
  const createdAt = new Date(at);
  const callbackUrl = rest.callbackUrl === undefined ? 'https://calls.acme.com/in' : rest.callbackUrl;
  return bindingRow({
    id: makeBindingId(createdAt),
    createdAt,
    settledAt: new Date(createdAt.getTime() + 400),
    durationMs: 400,
    state: 'bound',
    attemptCount: 1,
    callbackHost: callbackUrl === null ? null : new URL(callbackUrl).host,
    ...rest,
    callbackUrl,
  });
}

/** Rows a statement takes: PostgreSQL has room for 65,535 values in one. */
const rowsAStatement = 1000;

function* inParts<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += rowsAStatement)
    yield rows.slice(from, from + rowsAStatement);
}

/** Lays down a past in the folder of a console that is not running. */
export const layPast = (dataDir: string, rows: readonly Row[]): Promise<void> =>
  withDatabase(dataDir, (db) => storePast(db, rows));

/** Stores a past, oldest first: what a binding replaced, and the line of its number, follow from the bindings before it. */
export async function storePast(db: Database, rows: readonly Row[]): Promise<void> {
  const lines = new Map<string, typeof numbers.$inferInsert & { url: string | null; open: boolean }>();
  const past = rows.map((row): Row => {
    const name = `${row.appId} ${row.number}`;
    const before = lines.get(name);
    const isBound = row.state === 'bound';
    lines.set(name, {
      appId: row.appId,
      number: row.number,
      newestBindingId: row.state === 'denied' ? (before?.newestBindingId ?? null) : row.id,
      boundBindingId: isBound ? row.id : (before?.boundBindingId ?? null),
      url: isBound ? (row.callbackUrl ?? null) : (before?.url ?? null),
      open: row.state === 'unknown' || (!isBound && before?.open === true),
    });
    const certainty = before?.open ? 'uncertain' : before?.boundBindingId ? 'exact' : 'none';
    return {
      ...row,
      previousBindingId: before?.newestBindingId ?? null,
      previousUrl: before?.url ?? null,
      previousCertainty: certainty,
    };
  });
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const some of inParts(past)) await tx.insert(bindings).values(some);
    const known = [...lines.values()].map(({ url: _url, open: _open, ...line }) => line);
    for (const some of inParts(known)) await tx.insert(numbers).values(some);
    await tx.execute(completeNumberLines());
  });
}
