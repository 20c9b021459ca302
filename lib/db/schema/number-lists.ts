import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/** How the provider's list of an app's numbers was last read. One row an app. */
export const numberLists = pgTable('number_lists', {
  appId: text('app_id').primaryKey(),
  /** When the last whole reading began. Null: never read as a whole. */
  readAt: at('read_at'),
  /** Whose reading it was. */
  readBy: text('read_by'),
  /** Numbers the list held then. */
  numberCount: integer('number_count'),
  /** Lines of it that were no number and were left out. */
  skippedCount: integer('skipped_count').notNull().default(0),
  /** When a reading last failed; null when none has since the last whole one. */
  failedAt: at('failed_at'),
  /** The provider's code, or one of our own, of that failure. */
  errorCode: text('error_code'),
  errorMessage: text('error_message'),
  errorRequestId: text('error_request_id'),
  /** The reading under way: its own id, who asked for it, since when, how far it came, until when it may write. */
  readingId: text('reading_id'),
  readingBy: text('reading_by'),
  readingSince: at('reading_since'),
  readingCount: integer('reading_count').notNull().default(0),
  readingUntil: at('reading_until'),
});
