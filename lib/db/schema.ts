/** The whole database in one place; re-exported so that drizzle-kit and the client see one schema. */
export * from '#lib/db/schema/auth.ts';
export * from '#lib/db/schema/batches.ts';
export * from '#lib/db/schema/bindings.ts';
export * from '#lib/db/schema/console.ts';
export * from '#lib/db/schema/events.ts';
export * from '#lib/db/schema/home.ts';
export * from '#lib/db/schema/number-lists.ts';
export * from '#lib/db/schema/preferences.ts';
export * from '#lib/db/schema/views.ts';
