import * as z from 'zod/mini';
import { exportFormats } from '#lib/domain/recorded-event.ts';
import { isTimeZone } from '#lib/domain/zone.ts';
import { historySearchSchema } from '#lib/history/schema.ts';

/** What the export action takes: the filters that history shows, not its page or its open entry. */
export const exportInputSchema = z.strictObject({
  search: z.omit(historySearchSchema, { size: true, after: true, before: true, entry: true }),
  format: z.enum(exportFormats),
  /** The zone of the second time column, by the name Intl knows it. */
  zone: z.string().check(z.refine(isTimeZone)),
});
export type ExportInput = z.infer<typeof exportInputSchema>;
export type ExportSearch = ExportInput['search'];
