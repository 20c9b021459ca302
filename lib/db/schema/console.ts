import { bigserial, boolean, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { user } from '#lib/db/schema/auth.ts';
import { events } from '#lib/db/schema/events.ts';
import type { HomeCountry } from '#lib/domain/numbers/home-country.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Apps named on the first-run or the Connection page. Those of CCC_SDK_APPS are not stored. */
export const apps = pgTable('apps', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
  /** Null: in use. A retired app takes no new bindings; its history keeps its name. */
  retiredAt: at('retired_at'),
});

/** What an admin has set for the whole console. At most one row; none until something was set. */
export const consoleSettings = pgTable('console_settings', {
  /** Always 1. */
  id: integer('id').primaryKey(),
  homeCountry: text('home_country').$type<HomeCountry>(),
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
    /** The event that says who made it. Null for the set-up link, and for links of earlier versions. */
    eventId: text('event_id').references(() => events.id),
    expiresAt: at('expires_at').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (table) => [index('links_of_user').on(table.userId)],
);

/** How often a browser, a network or an address tried to sign in, and when its next try is looked at. */
export const signInTries = pgTable(
  'sign_in_tries',
  {
    /** The scope with a digest, so that the table names nobody. For an account the row is only a lock. */
    key: text('key').primaryKey(),
    tries: integer('tries').notNull(),
    opensAt: at('opens_at').notNull(),
    forgottenAt: at('forgotten_at').notNull(),
    /** Seconds between the last look and the next; a try before its time starts them again where polling costs. */
    wait: integer('wait').notNull().default(0),
    /** The last try came too early. */
    refused: boolean('refused').notNull().default(false),
  },
  (table) => [index('sign_in_tries_forgotten').on(table.forgottenAt)],
);

/** Passwords looked at for an account from networks where nobody signed in before. Kept for minutes. */
export const signInGuesses = pgTable(
  'sign_in_guesses',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    /** Digests, as in `sign_in_tries`. */
    account: text('account').notNull(),
    network: text('network').notNull(),
    at: at('at').notNull(),
  },
  (table) => [
    index('sign_in_guesses_of_account').on(table.account, table.at),
    index('sign_in_guesses_by_time').on(table.at),
  ],
);

/** Browsers and networks that signed in to an account. */
export const knownOrigins = pgTable(
  'known_origins',
  {
    /** `device:` or `network:` with digests of the account and of the origin. */
    key: text('key').primaryKey(),
    /** Whose browser it is. Null for a network, which outlasts a new password. */
    userId: text('user_id').references(() => user.id, { onDelete: 'cascade' }),
    lastAt: at('last_at').notNull(),
  },
  (table) => [
    index('known_origins_of_user').on(table.userId),
    index('known_origins_by_time').on(table.lastAt),
  ],
);
