import * as z from 'zod/mini';

// Messages are problem codes: see readInput of lib/entry.

/** Longest name, in characters. */
export const viewNameLimit = 60;
/** Most views one person keeps. */
export const viewsLimit = 100;

// Control characters, half a surrogate pair, and what turns the direction of the text around it.
const unshowable = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/u;

const name = z.string().check(
  z.trim(),
  z.minLength(1, { error: 'name_missing', abort: true }),
  z.maxLength(viewNameLimit, 'name_too_long'),
  z.refine((text) => !unshowable.test(text), 'name_malformed'),
);
const id = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
/** An address's query; the service writes it anew. */
const query = z.string().check(z.maxLength(8000));

export const saveViewSchema = z.strictObject({ name, query, shared: z.boolean() });
export type SaveViewInput = z.infer<typeof saveViewSchema>;

/** What is left out stays as it is. */
export const changeViewSchema = z.strictObject({
  id,
  name: z.optional(name),
  query: z.optional(query),
  shared: z.optional(z.boolean()),
});
export type ChangeViewInput = z.infer<typeof changeViewSchema>;

export const deleteViewSchema = z.strictObject({ id });
export type DeleteViewInput = z.infer<typeof deleteViewSchema>;

export const chooseDefaultSchema = z.strictObject({
  /** A saved view's id or a built-in one's name; null: all of history. */
  viewId: z.nullable(z.string().check(z.regex(/^[a-z0-9-]{1,36}$/))),
});
export type ChooseDefaultInput = z.infer<typeof chooseDefaultSchema>;
