import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { ReadingScope } from '#lib/domain/reading-limits.ts';
import type { RecordedEvent } from '#lib/domain/recorded-event.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/** What was done besides binding, by whom. Rows are never changed or deleted (trigger). */
export const events = pgTable(
  'events',
  {
    /** UUIDv7, so that the order of ids is the order of time. */
    id: text('id').primaryKey(),
    at: at('at').notNull(),
    kind: text('kind').$type<RecordedEvent['kind']>().notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    actorEmail: text('actor_email').notNull(),
    actorAddress: text('actor_address'),
    details: jsonb('details').$type<RecordedEvent['details']>().notNull(),
    /** Whom it is about. Generated from the details, so that rows of earlier versions have it too. */
    subjectId: text('subject_id').generatedAlwaysAs(sql`details ->> 'personId'`),
    /** In which app it was. */
    appId: text('app_id').generatedAlwaysAs(sql`details ->> 'appId'`),
  },
  (table) => [
    index('events_by_time').on(table.at, table.id),
    index('events_by_kind').on(table.kind, table.at, table.id),
    index('events_by_actor').on(table.actorId, table.at, table.id),
    index('events_by_subject').on(table.subjectId, table.at, table.id).where(sql`subject_id is not null`),
    index('events_by_app').on(table.appId, table.at, table.id).where(sql`app_id is not null`),
    index('events_of_resets').on(table.subjectId, table.at, table.id).where(sql`kind = 'reset'`),
  ],
);

/**
 * How often acts that can be repeated without end, such as wrong passwords, were tried within an hour. The first ones are
 * events; further ones only count here. Rows without an event are removed after some days.
 */
export const eventCounts = pgTable(
  'event_counts',
  {
    /** The start of the hour. */
    hour: at('hour').notNull(),
    /** What is counted, such as `denied:PERSON:ACT`. */
    key: text('key').notNull(),
    count: integer('count').notNull(),
    /** The event that says that further ones are counted. Null until there is one. */
    eventId: text('event_id').references(() => events.id),
  },
  (table) => [
    primaryKey({ columns: [table.hour, table.key] }),
    index('event_counts_of_event').on(table.eventId).where(sql`event_id is not null`),
  ],
);

/** How many rows each person has read lately, over all processes; see lib/audit-log/reading.ts. */
export const readingBudgets = pgTable(
  'reading_budgets',
  {
    personId: text('person_id').notNull(),
    scope: text('scope').$type<ReadingScope>().notNull(),
    /** Minutes since 1970 by the database's clock, each with the rows read in it. */
    minutes: jsonb('minutes').$type<(readonly [minute: number, rows: number])[]>().notNull(),
    /** The event of a bulk reading that goes on. */
    eventId: text('event_id').references(() => events.id),
  },
  (table) => [primaryKey({ columns: [table.personId, table.scope] })],
);

/** Exports that were recorded and not fetched yet: each is fetched once, by whom it was recorded for. */
export const exportTickets = pgTable('export_tickets', {
  eventId: text('event_id')
    .primaryKey()
    .references(() => events.id),
  expiresAt: at('expires_at').notNull(),
});
