import 'server-only';
import { giveRows } from '#lib/audit-log/reading.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { findRelated, listAttempts } from '#lib/bindings/store-detail.ts';
import { findFacts } from '#lib/bindings/store-facts.ts';
import { findBoundBefore, findRow } from '#lib/bindings/store-find.ts';
import { shownUrl, toAttemptView, toBindingView, visibilityOf } from '#lib/bindings/to-view.ts';
import type { BindingDetailView } from '#lib/bindings/view.ts';
import { readLateArrivals } from '#lib/delivery/late-arrival.ts';
import { pageSizes } from '#lib/domain/page-sizes.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, type Result } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';
import { countUpToLimit } from '#lib/history/count.ts';
import { readerOf } from '#lib/history/reader.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { countLimit, listPage } from '#lib/history/store.ts';
import { nameBatches } from '#lib/history/store-batch-names.ts';
import { countDenied } from '#lib/history/store-denied.ts';
import { namePeople } from '#lib/history/store-facets.ts';
import type { HistoryPage } from '#lib/history/view.ts';

/** One page of history, newest first. */
export async function listHistory(
  context: Context,
  viewer: Viewer,
  search: HistorySearch,
): Promise<Result<HistoryPage>> {
  if (!can(viewer, 'bindings.read')) return fail(problem('forbidden'));
  const reader = readerOf(viewer);
  const [page, count, denied, eyes, people, batches] = await Promise.all([
    listPage(context.db, search, { ...reader, size: search.size ?? pageSizes[0] }),
    countUpToLimit(context.db, search, reader),
    countDenied(context, search),
    visibilityOf(context, viewer),
    search.actor ? namePeople(context.db, search.actor) : {},
    nameBatches(context.db, search.batch ?? []),
  ]);
  const latenessOf = await readLateArrivals(context, page.rows);
  return giveRows(
    context,
    viewer,
    { keys: page.rows.map(({ id }) => id) },
    {
      ...page,
      rows: page.rows.map((row) => toBindingView(row, eyes, latenessOf(row))),
      total: { count: Math.min(count, countLimit), exact: count <= countLimit },
      denied,
      people,
      batches,
    },
  );
}

/** One binding with its attempts and neighbours. `not_found` for any other id, well formed or not. */
export async function getBinding(
  context: Context,
  viewer: Viewer,
  id: string,
): Promise<Result<BindingDetailView>> {
  if (!can(viewer, 'bindings.read')) return fail(problem('forbidden'));
  const row = await findRow(context, id);
  if (row === null) return fail(problem('not_found'));
  const mayRepeat = row.state === 'unknown' && can(viewer, 'bindings.create');
  const [attempts, related, before, eyes, latenessOf, facts] = await Promise.all([
    listAttempts(context.db, id),
    findRelated(context.db, row),
    row.previousCertainty === 'exact' ? findBoundBefore(context.db, row) : null,
    visibilityOf(context, viewer),
    readLateArrivals(context, [row]),
    mayRepeat ? findFacts(context.db, row) : null,
  ]);
  const mayReveal = can(viewer, 'urls.reveal');
  const sealed = !mayReveal && shownUrl(row.callbackUrl) !== row.callbackUrl;
  return giveRows(
    context,
    viewer,
    { keys: [row.id] },
    {
      ...toBindingView(row, eyes, latenessOf(row)),
      actorAddress: row.actorAddress,
      mayReveal,
      mayRepeat: facts?.newest?.id === id,
      attempts: attempts.map((attempt) => toAttemptView(attempt, { sealed })),
      related: { ...related, boundBeforeId: before?.id ?? null },
    },
  );
}
