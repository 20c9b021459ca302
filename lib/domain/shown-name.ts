import * as z from 'zod/mini';

/** Longest name of a person or an app, in characters. */
export const nameLimit = 100;

// Control characters, half a surrogate pair, and what turns the direction of the text around it.
const unshowable = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/** Joiners and other characters that draw nothing by themselves. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** The name of a person or an app: one line that can be seen. Messages are problem codes. */
export const shownName = z.string().check(
  z.trim(),
  z.minLength(1, { error: 'name_missing', abort: true }),
  z.maxLength(nameLimit, 'name_too_long'),
  z.refine((text) => !unshowable.test(text), 'name_malformed'),
  z.refine((text) => text.replace(invisible, '').trim() !== '', 'name_missing'),
);

/** Two names with the same key look the same to a reader: case, width, accents' spelling, blanks and invisible characters aside. */
export const nameKey = (name: string): string =>
  name.normalize('NFKC').replace(invisible, '').trim().replace(/\s+/gu, ' ').toLowerCase();
