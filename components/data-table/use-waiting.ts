import type { UseQueryResult } from '@tanstack/react-query';
import { useLingering } from '#components/ui/use-lingering.ts';

/** What a table has to show while its page is under way: `shown` is the page asked for, or the one before it. */
export function useWaiting<Page extends { rows: readonly unknown[] }>(
  query: UseQueryResult<Page>,
  shown: Page | undefined,
) {
  /** The rows are those of another question. */
  const stale = query.isPlaceholderData || query.data === undefined;
  // Whether nothing matches is not known before the answer, so an old empty page is no stand-in.
  const waiting = shown === undefined || (stale && shown.rows.length === 0);
  /** Rows are only pictured, and for long enough not to flicker. */
  const pictured = useLingering(waiting && !query.isError);
  return { stale, page: waiting || pictured ? undefined : shown, pictured };
}
