import { index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { user } from '#lib/db/schema/auth.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Apps named on the first-run page. Those of CCC_SDK_APPS are not stored. */
export const apps = pgTable('apps', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
});

/** Single-use links: the first administrator's set-up, and a person's invitation or new password. */
export const links = pgTable(
  'links',
  {
    /** SHA-256 (base64url) of the token in the link; the token itself is shown once and kept nowhere. */
    tokenHash: text('token_hash').primaryKey(),
    purpose: text('purpose').$type<'setup' | 'invitation'>().notNull(),
    /** Whose password it sets. Null for the set-up link. */
    userId: text('user_id').references(() => user.id, { onDelete: 'cascade' }),
    expiresAt: at('expires_at').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (table) => [index('links_of_user').on(table.userId)],
);

/** How often somebody tried to sign in, by account and by address, and when the next try is looked at. */
export const signInTries = pgTable(
  'sign_in_tries',
  {
    /** `account:` or `address:` with a digest, so that the table names nobody. */
    key: text('key').primaryKey(),
    tries: integer('tries').notNull(),
    opensAt: at('opens_at').notNull(),
    forgottenAt: at('forgotten_at').notNull(),
  },
  (table) => [index('sign_in_tries_forgotten').on(table.forgottenAt)],
);
