import { index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
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
  },
  (table) => [index('events_by_time').on(table.at, table.id)],
);

/** Exports that were recorded and not fetched yet: each is fetched once, by whom it was recorded for. */
export const exportTickets = pgTable('export_tickets', {
  eventId: text('event_id')
    .primaryKey()
    .references(() => events.id),
  expiresAt: at('expires_at').notNull(),
});
