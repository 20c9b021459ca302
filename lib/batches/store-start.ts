import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { type KnownLine, listKnown } from '#lib/batches/store-facts.ts';
import type { BindingRow, NumberKey } from '#lib/bindings/store-facts.ts';
import { monotonicMs, now } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import { batches, bindings } from '#lib/db/schema.ts';
import { makeTimeOrderedId } from '#lib/domain/time-ordered-id.ts';
import { maskUrlSecrets } from '#lib/domain/urls/callback-url-secrets.ts';
import { chunkSize } from '#lib/server/chunk-size.ts';
import { reachFailPoint } from '#lib/server/fail-point.ts';

export type BatchRow = typeof batches.$inferSelect;

/** A line, checked: what is stored of it. */
export type WantedLine = NumberKey &
  Pick<
    BindingRow,
    'numberType' | 'callbackUrl' | 'callbackHost' | 'fingerprint' | 'restoresBindingId' | 'idempotencyKey'
  > & {
    line: number;
    /** The number's newest binding that the dry run saw. */
    seen: string | null;
  };

export type WantedBatch = Pick<
  BatchRow,
  | 'kind'
  | 'title'
  | 'reason'
  | 'undoesBatchId'
  | 'undoCounts'
  | 'readings'
  | 'actorId'
  | 'actorName'
  | 'actorEmail'
  | 'actorAddress'
  | 'idempotencyKey'
  | 'fingerprint'
>;

export type Started =
  | { kind: 'started'; batchId: string }
  | { kind: 'key_used'; batchId: string; sameBatch: boolean }
  | { kind: 'changed'; lines: number[] };

/** Lines a statement stores, see `ChunkSize`. */
const linesAStatement = { least: 100, most: 500, targetMs: 20 };

type StartOptions = {
  lines: readonly WantedLine[];
  failPoint: string | null;
  /** Called within the transaction, to record the start. */
  onStored: (tx: Database, batch: BatchRow) => Promise<void>;
};

/** Ends the transaction that finds it; nothing of it is kept. */
class Unstored extends Error {
  readonly lines: number[];
  constructor(lines: number[]) {
    super('Numbers changed after the dry run.');
    this.lines = lines;
  }
}

/**
 * Stores a batch and all its lines, or nothing. Lines whose number changed since the dry run are told; what changes after
 * that is noticed when a line is claimed.
 */
export async function storeBatch(
  db: Database,
  wanted: WantedBatch,
  { lines, failPoint, onStored }: StartOptions,
): Promise<Started> {
  try {
    return await db.transaction(async (tx): Promise<Started> => {
      const at = now();
      const [batch] = await tx
        .insert(batches)
        .values({
          ...wanted,
          id: makeTimeOrderedId(at),
          total: lines.length,
          createdAt: at,
          state: 'running',
          changedAt: at,
        })
        .onConflictDoNothing({ target: [batches.actorId, batches.idempotencyKey] })
        .returning();
      if (batch === undefined) return keyUsed(tx, wanted);
      const changed = await storeLines(tx, { ...batch, at }, lines);
      if (changed.length > 0) throw new Unstored(changed);
      await onStored(tx, batch);
      reachFailPoint(failPoint, 'before-batch-commit');
      return { kind: 'started', batchId: batch.id };
    });
  } catch (error) {
    if (error instanceof Unstored) return { kind: 'changed', lines: error.lines };
    throw error;
  }
}

async function keyUsed(tx: Database, wanted: WantedBatch): Promise<Started> {
  const [used] = await tx
    .select()
    .from(batches)
    .where(and(eq(batches.actorId, wanted.actorId), eq(batches.idempotencyKey, wanted.idempotencyKey)));
  if (used === undefined) throw new Error('An idempotency key is both taken and free.');
  return { kind: 'key_used', batchId: used.id, sameBatch: used.fingerprint === wanted.fingerprint };
}

/** Beyond every line a batch may have. */
const lastPlace = 1_000_000;

type At = BatchRow & { at: Date };

/**
 * Stores lines as queued bindings, all made `at` one time, some a statement. Gives those whose number is no longer as it was
 * seen: then the transaction has to be rolled back. Lists of history break ties by the id and read it backwards: the first
 * line has the highest one.
 */
export async function storeLines(tx: Database, batch: At, lines: readonly WantedLine[]): Promise<number[]> {
  const changed: number[] = [];
  const chunk = chunkSize(linesAStatement);
  for (let from = 0; from < lines.length; ) {
    const startedMs = monotonicMs();
    const some = lines.slice(from, from + chunk.rows);
    changed.push(...(await storeSome(tx, batch, some)));
    chunk.took(some.length, monotonicMs() - startedMs);
    from += some.length;
  }
  return changed;
}

async function storeSome(tx: Database, batch: At, lines: readonly WantedLine[]): Promise<number[]> {
  const known = await listKnown(tx, lines);
  const changed = lines.flatMap(({ line, seen }, place) =>
    (known[place]?.newestBindingId ?? null) === seen ? [] : [line],
  );
  if (changed.length > 0) return changed;
  const masked = new Map<string, string>();
  const maskedOf = (url: string): string => {
    const text = masked.get(url) ?? maskUrlSecrets(url);
    masked.set(url, text);
    return text;
  };
  const at = batch.at.getTime();
  const { id: batchId, actorId, actorName, actorEmail, actorAddress, reason } = batch;
  await tx.insert(bindings).values(
    lines.map(({ line, seen, ...wanted }, place) => {
      const fact = known[place];
      const createdAt = new Date(Math.max(at, (fact?.newestAt?.getTime() ?? 0) + 1));
      return {
        ...wanted,
        ...previousOf(fact),
        callbackUrlMasked: wanted.callbackUrl === null ? null : maskedOf(wanted.callbackUrl),
        id: makeTimeOrderedId(createdAt, lastPlace - line),
        createdAt,
        previousBindingId: seen,
        actorId,
        actorName,
        actorEmail,
        actorAddress,
        reason,
        source: 'bulk' as const,
        state: 'queued' as const,
        batchId,
        batchLine: line,
      };
    }),
  );
  return [];
}

const previousOf = (fact: KnownLine | null | undefined) => ({
  previousUrl: fact?.boundUrl ?? null,
  previousCertainty: fact?.certainty ?? ('none' as const),
});

/** Lets a batch that had come to its end go on, because lines were added to it. */
export async function reopen(tx: Database, batchId: string): Promise<void> {
  await tx
    .update(batches)
    .set({
      state: 'running',
      changedAt: now(),
      changedBy: null,
      pauseCode: null,
      failStreak: 0,
      finishedAt: null,
    })
    .where(and(eq(batches.id, batchId), sql`${batches.state} in ('done', 'stopped', 'paused')`));
}
