import { index, integer, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import type { BatchKind, BatchReading, BatchState } from '#lib/domain/batch.ts';
import type { KeptUndoCounts } from '#lib/domain/undo-plan.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/** A bulk run: many wanted changes stored at once and sent one after another. Its lines are bindings. */
export const batches = pgTable(
  'batches',
  {
    /** UUIDv7, so that the order of ids is the order of time. */
    id: text('id').primaryKey(),
    kind: text('kind').$type<BatchKind>().notNull(),
    /** What its author calls it: a file's name, or nothing. */
    title: text('title'),
    reason: text('reason'),
    /** The batch whose changes this one takes back. */
    undoesBatchId: text('undoes_batch_id'),
    /** How many lines of that batch could be put back when this one was stored, and why the others not. */
    undoCounts: jsonb('undo_counts').$type<KeptUndoCounts>(),
    /** How its author decided that lines are read whose numbers can mean several things; null: nothing was asked. */
    readings: jsonb('readings').$type<BatchReading[]>(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    actorEmail: text('actor_email').notNull(),
    actorAddress: text('actor_address'),
    idempotencyKey: text('idempotency_key').notNull(),
    /** SHA-256 (hex) over all lines, so that a key used twice for different batches is noticed. */
    fingerprint: text('fingerprint').notNull(),
    /** How many lines it has. */
    total: integer('total').notNull(),
    createdAt: at('created_at').notNull(),
    // What follows is how it goes on.
    state: text('state').$type<BatchState>().notNull(),
    /** Who paused or stopped it last; null: the machine. */
    changedBy: text('changed_by'),
    changedAt: at('changed_at').notNull(),
    /** Why the machine paused it: the code that came `failStreak` times in a row. */
    pauseCode: text('pause_code'),
    /** Failures of the key, the clock or the network in a row, over all processes. */
    failStreak: integer('fail_streak').notNull().default(0),
    finishedAt: at('finished_at'),
  },
  (table) => [
    uniqueIndex('batches_key').on(table.actorId, table.idempotencyKey),
    index('batches_by_time').on(table.createdAt, table.id),
    index('batches_of_state').on(table.state),
  ],
);
