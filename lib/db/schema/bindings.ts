import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { batches } from '#lib/db/schema/batches.ts';
import type {
  AttemptOutcome,
  AttemptReason,
  BindingSource,
  BindingState,
  Certainty,
  NumberType,
} from '#lib/domain/outcome.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/** One wanted change: number in app -> URL. Settled rows never change and no row is ever deleted (triggers). */
export const bindings = pgTable(
  'bindings',
  {
    /** UUIDv7, so that the order of ids is the order of time. */
    id: text('id').primaryKey(),
    /** Exact decimal digits of the SdkAppId. */
    appId: text('app_id').notNull(),
    /** Exactly as sent to the provider, such as 0086075586013388. */
    number: text('number').notNull(),
    /** Null: NumberType is not sent. */
    numberType: text('number_type').$type<NumberType>(),
    /** Null: CallInInterface is not sent. */
    callbackUrl: text('callback_url'),
    callbackHost: text('callback_host'),
    /** The callback URL without its secrets, as somebody who only reads sees it and may search it. */
    callbackUrlMasked: text('callback_url_masked'),
    /** The last URL known to be bound when this binding was stored. Null with `exact`: bound without a URL. */
    previousUrl: text('previous_url'),
    previousCertainty: text('previous_certainty').$type<Certainty>().notNull(),
    /** The newest binding of the number when this one was stored, whatever its outcome. */
    previousBindingId: text('previous_binding_id'),
    /** The binding whose URL this one puts back (undo, restore). */
    restoresBindingId: text('restores_binding_id'),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    actorEmail: text('actor_email').notNull(),
    actorAddress: text('actor_address'),
    source: text('source').$type<BindingSource>().notNull(),
    reason: text('reason'),
    idempotencyKey: text('idempotency_key').notNull(),
    /** SHA-256 (hex) over the wanted change, so that a key used twice for different changes is noticed. */
    fingerprint: text('fingerprint').notNull(),
    createdAt: at('created_at').notNull(),
    // What follows is the outcome: the only part that is ever updated, and only until it is final.
    state: text('state').$type<BindingState>().notNull(),
    settledAt: at('settled_at'),
    /** Provider's error code, or our own (`NotSent.ConnectionRefused`) where no answer came. */
    code: text('code'),
    message: text('message'),
    requestId: text('request_id'),
    /** RequestIds of the attempts before the last, with a space in between, to be found by. */
    earlierRequestIds: text('earlier_request_ids'),
    /** From the first byte of the first attempt to the end of the last, in milliseconds. */
    durationMs: integer('duration_ms'),
    attemptCount: integer('attempt_count').notNull().default(0),
    /** The batch this was a line of, and which; a line that is tried anew has a further binding. */
    batchId: text('batch_id').references(() => batches.id),
    batchLine: integer('batch_line'),
  },
  (table) => [
    uniqueIndex('bindings_key').on(table.actorId, table.idempotencyKey),
    // Ascending, to be read backwards: drizzle-kit writes DESC NULLS LAST, which serves no ORDER BY … DESC.
    index('bindings_by_time').on(table.createdAt, table.id),
    index('bindings_by_number').on(table.number, table.id),
    index('bindings_by_duration').on(table.durationMs, table.id),
    index('bindings_of_line').on(table.appId, table.number, table.createdAt, table.id),
    // Each filter of history goes with the time, so that what it holds is read newest first, also where that was long
    // ago. Without the id that breaks ties they are half as large; the few rows of one millisecond are sorted on the way.
    index('bindings_of_state').on(table.state, table.createdAt),
    index('bindings_of_app').on(table.appId, table.createdAt),
    index('bindings_of_type').on(table.numberType, table.createdAt),
    index('bindings_of_actor').on(table.actorId, table.createdAt),
    index('bindings_of_source').on(table.source, table.createdAt),
    index('bindings_of_host').on(table.callbackHost, table.createdAt),
    index('bindings_of_batch_by_time').on(table.batchId, table.createdAt).where(sql`batch_id is not null`),
    index('bindings_open').on(table.state).where(sql`state in ('queued', 'sending')`),
    index('bindings_of_batch').on(table.batchId, table.batchLine, table.id).where(sql`batch_id is not null`),
    index('bindings_in_line').on(table.batchId, table.batchLine).where(sql`state = 'queued'`),
    check(
      'bindings_state',
      sql`${table.state} in ('queued', 'sending', 'bound', 'refused', 'unknown', 'unsent', 'denied')`,
    ),
  ],
);

/** One request on the wire. Written before its first byte leaves; finished once. */
export const attempts = pgTable(
  'attempts',
  {
    bindingId: text('binding_id')
      .notNull()
      .references(() => bindings.id),
    n: integer('n').notNull(),
    why: text('why').$type<AttemptReason>().notNull(),
    appId: text('app_id').notNull(),
    number: text('number').notNull(),
    /** Which process sends it, and until when it may: afterwards the attempt is recovered as unknown. */
    owner: text('owner').notNull(),
    leaseUntil: at('lease_until').notNull(),
    committedAt: at('committed_at').notNull(),
    /** X-TC-Timestamp, UNIX seconds. */
    signedAt: bigint('signed_at', { mode: 'number' }),
    /** How far our clock was behind the provider's (negative: ahead); null without a readable Date. */
    clockSkewMs: bigint('clock_skew_ms', { mode: 'number' }),
    /** SHA-256 (hex) of the exact body bytes. */
    bodySha256: text('body_sha256'),
    finishedAt: at('finished_at'),
    durationMs: integer('duration_ms'),
    outcome: text('outcome').$type<AttemptOutcome>(),
    httpStatus: integer('http_status'),
    code: text('code'),
    /** Capped at 500 characters. */
    message: text('message'),
    requestId: text('request_id'),
  },
  (table) => [
    primaryKey({ columns: [table.bindingId, table.n] }),
    uniqueIndex('attempts_one_in_flight').on(table.appId, table.number).where(sql`finished_at is null`),
    index('attempts_finished').on(table.finishedAt.desc().nullsFirst()).where(sql`finished_at is not null`),
    index('attempts_lease').on(table.leaseUntil).where(sql`finished_at is null`),
    // With the binding, so that what may arrive late is found without a look at the rows.
    index('attempts_unknown')
      .on(table.appId, table.number, table.finishedAt, table.bindingId)
      .where(sql`outcome = 'unknown'`),
  ],
);

/**
 * One line a number: what is last known of it. Locked while a binding of the number is stored or settled. What is copied
 * here from the bindings lets the board answer from this table alone.
 */
export const numbers = pgTable(
  'numbers',
  {
    appId: text('app_id').notNull(),
    number: text('number').notNull(),
    /** The newest binding, whatever its outcome. */
    newestBindingId: text('newest_binding_id'),
    /** The newest binding known to be bound. */
    boundBindingId: text('bound_binding_id'),
    /** The newest sending or unknown binding, while it is newer than the bound one. */
    openBindingId: text('open_binding_id'),
    boundUrl: text('bound_url'),
    boundHost: text('bound_host'),
    /** Host of the open binding: the number may point at it. */
    openHost: text('open_host'),
    /** The number, and URLs and people of the bound and the open binding, folded for searching. */
    searchText: text('search_text').notNull().default(''),
    /** The same as those see it who may not see a URL whole. */
    searchTextMasked: text('search_text_masked').notNull().default(''),
    /** The provider's State, whatever it says: 1 normal, 2 overdue, 4 disabled, 5 violation. Null: not told or not listed. */
    providerState: integer('provider_state'),
    /** Whether the list of its app, when last read as a whole, held it. Null: not read since the number is known. */
    providerListed: boolean('provider_listed'),
    /** When the provider's list last held it. */
    providerReadAt: at('provider_read_at'),
  },
  (table) => [
    primaryKey({ columns: [table.appId, table.number] }),
    // By a digest, since a URL may be longer than a page of an index takes.
    index('numbers_bound_host').on(table.boundHost, sql`md5(${table.boundUrl})`, table.appId, table.number),
    index('numbers_open_host').on(table.openHost).where(sql`open_host is not null`),
    index('numbers_open').on(table.appId, table.number).where(sql`open_binding_id is not null`),
    index('numbers_never_set')
      .on(table.appId, table.number)
      .where(sql`open_binding_id is null and bound_binding_id is null`),
    index('numbers_provider_state').on(table.providerState, table.appId, table.number),
    index('numbers_unlisted').on(table.appId, table.number).where(sql`provider_listed = false`),
    index('numbers_other_state')
      .on(table.appId, table.number)
      .where(sql`provider_listed and (provider_state is null or provider_state not in (1, 2, 4, 5))`),
    index('numbers_search').using('gin', table.searchText.op('gin_trgm_ops')),
    index('numbers_search_masked').using('gin', table.searchTextMasked.op('gin_trgm_ops')),
    index('numbers_last_bound').on(table.appId, table.boundBindingId.desc().nullsLast(), table.number),
  ],
);

/** The next free send slot of a cloud key, on the database's clock. One row a key. */
export const pace = pgTable('pace', {
  /** SHA-256 (hex) of the SecretId: the quota belongs to the key. With an action behind a colon: of that action alone. */
  keyHash: text('key_hash').primaryKey(),
  lastSlotAt: timestamp('last_slot_at', { withTimezone: true, mode: 'date', precision: 6 }).notNull(),
  /** When the last slot would have been if none had been met late; null: when it was. */
  dueAt: timestamp('due_at', { withTimezone: true, mode: 'date', precision: 6 }),
  /** When the requests of the last slots left, at the latest, oldest first: as many as one second may hold. Null: of the last slot alone. */
  departures: timestamp('departures', { withTimezone: true, mode: 'date', precision: 6 }).array(),
  /** Sends a second that the provider took without a refusal, as it stood at `rateAt`; null: the full pace. */
  rate: doublePrecision('rate'),
  /** When it last refused for its limit; the rate climbs again from then on. */
  rateAt: timestamp('rate_at', { withTimezone: true, mode: 'date', precision: 6 }),
  /** The least sends a second that a process may make which lately sent, and until when that is so for all. */
  allowed: doublePrecision('allowed'),
  allowedUntil: timestamp('allowed_until', { withTimezone: true, mode: 'date', precision: 6 }),
});
