import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { user } from '#lib/db/schema/auth.ts';

/** What each person has chosen for themselves. Read leniently: the content may be another version's. */
export const preferences = pgTable('preferences', {
  userId: text('user_id')
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  value: jsonb('value').$type<Record<string, unknown>>().notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
});
