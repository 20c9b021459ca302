import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { SetbackKind } from '#lib/domain/setback.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/** Where this database lives, as its last server or worker saw it. One row; in a copy it tells where the copy came from. */
export const home = pgTable('home', {
  /** Always 1. */
  id: integer('id').primaryKey(),
  /** See `place` of the open database. */
  place: text('place').notNull(),
  /** When a server or worker last gave a sign of life, on the database's clock. */
  seenAt: at('seen_at').notNull(),
  /** Signs of life so far: a running process that finds fewer than it knows of looks at an older database. */
  beats: integer('beats').notNull(),
  // What follows stands until an admin has acknowledged it.
  setback: text('setback').$type<SetbackKind>(),
  /** The last sign of life before it. */
  setbackSince: at('setback_since'),
  setbackNoticedAt: at('setback_noticed_at'),
});
