import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Apps named on the first-run page. Those of CCC_SDK_APPS are not stored. */
export const apps = pgTable('apps', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
});
