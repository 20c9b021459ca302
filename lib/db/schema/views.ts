import { sql } from 'drizzle-orm';
import { boolean, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { user } from '#lib/db/schema/auth.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/** A named address of history. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: text('id').primaryKey(),
    /** Null once its owner was removed: what was shared stays usable, and an admin may tidy it away. */
    ownerId: text('owner_id').references(() => user.id, { onDelete: 'set null' }),
    name: text('name').notNull(),
    /** The query string in its one written form: no page, no open entry. Empty: all of history. */
    query: text('query').notNull(),
    shared: boolean('shared').notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (table) => [uniqueIndex('saved_views_name').on(table.ownerId, sql`lower(${table.name})`)],
);

/** The view that history opens with for a person. No row: all of history. */
export const viewDefaults = pgTable('view_defaults', {
  userId: text('user_id')
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  /** A saved view's id or a built-in one's name; one that is gone counts as none. */
  viewId: text('view_id').notNull(),
});
