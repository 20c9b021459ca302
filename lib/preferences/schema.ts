import * as z from 'zod/mini';
import { columnWidth, historyColumns, knownColumns } from '#lib/domain/history-columns.ts';
import { homeCountries } from '#lib/domain/numbers/home-country.ts';

const zone = z.enum(['local', 'utc']);
const density = z.enum(['comfortable', 'compact']);
const width = z.number().check(z.int(), z.gte(columnWidth.min), z.lte(columnWidth.max));
const column = z.enum(historyColumns);
const homeCountry = z.enum(homeCountries);

const lenient = <Value>(schema: z.ZodMiniType<Value>) => z.catch(z.optional(schema), undefined);

/** What is kept, read back. Anything this version does not know or would not write counts as not chosen. */
const keptSchema = z.object({
  /** Times in the zone of whoever looks, or in UTC. */
  zone: lenient(zone),
  /** Columns of history that are shown, in order. */
  columns: lenient(
    z.pipe(
      z.array(z.unknown()),
      z.transform((kept: unknown[]) => knownColumns(kept)),
    ),
  ),
  /** Widths of columns in px, where they were changed. */
  widths: lenient(z.partialRecord(column, width)),
  density: lenient(density),
  /** Shortcuts of a single key (WCAG 2.1.4). */
  singleKeys: lenient(z.boolean()),
  /** Completes numbers typed without a country code; missing: as the console has it. */
  homeCountry: lenient(homeCountry),
});
/** What one person has chosen for themselves; what is missing is as the product has it. */
export type Preferences = z.infer<typeof keptSchema>;

/** Reads what the database holds. Never throws. */
export function readPreferences(kept: unknown): Preferences {
  const read = keptSchema.safeParse(kept);
  return read.success ? read.data : {};
}

/** What the action takes: only what changes; null takes a choice back. Widths change one by one. */
export const preferencesChangeSchema = z.strictObject({
  zone: z.optional(z.nullable(zone)),
  columns: z.optional(z.nullable(z.array(column).check(z.maxLength(historyColumns.length)))),
  widths: z.optional(z.nullable(z.partialRecord(column, z.nullable(width)))),
  density: z.optional(z.nullable(density)),
  singleKeys: z.optional(z.nullable(z.boolean())),
  homeCountry: z.optional(z.nullable(homeCountry)),
});
export type PreferencesChange = z.infer<typeof preferencesChangeSchema>;
