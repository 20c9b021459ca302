import 'server-only';
import { randomUUID } from 'node:crypto';
import { recordDenied } from '#lib/audit-log/denied.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/database.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { parseHistorySearch } from '#lib/history/search-params.ts';
import {
  type ChangeViewInput,
  type ChooseDefaultInput,
  type DeleteViewInput,
  type SaveViewInput,
  viewsLimit,
} from '#lib/views/schema.ts';
import * as store from '#lib/views/store.ts';
import { isBuiltIn, type SavedView, type ViewsOfViewer, viewQueryOf } from '#lib/views/view.ts';

type Ground = { db: Database };

const maySave = (viewer: Viewer): boolean => can(viewer, 'views.save');
const forbidden = () => fail(problem('forbidden'));

const mayEdit = (viewer: Viewer, { ownerId, shared }: store.ViewRow): boolean =>
  ownerId === viewer.id || (shared && can(viewer, 'views.manage'));

/** The views a person may open, and the one that history opens with for them. */
export async function listViews({ db }: Ground, viewer: Viewer): Promise<Result<ViewsOfViewer>> {
  if (!can(viewer, 'bindings.read')) return forbidden();
  const [rows, chosen] = await Promise.all([
    store.listVisible(db, viewer.id),
    store.findDefault(db, viewer.id),
  ]);
  const saved = rows.map(({ view, ownerName }): SavedView => {
    const { id, name, shared, query, ownerId } = view;
    return {
      id,
      name,
      shared,
      query,
      ownerName,
      own: ownerId === viewer.id,
      editable: mayEdit(viewer, view),
    };
  });
  const stands = chosen !== null && (isBuiltIn(chosen) || saved.some(({ id }) => id === chosen));
  return ok({
    viewerId: viewer.id,
    saved,
    defaultId: stands ? chosen : null,
    mayShare: can(viewer, 'views.share'),
  });
}

/** In its one written form; whatever has no meaning falls away. */
const canonical = (query: string): string =>
  viewQueryOf(parseHistorySearch(new URLSearchParams(query)).search);

const taken = () => fail(problem('view_name_taken', { field: 'name' }));

/** Keeps an address under a name. Gives the id of the new view. */
export async function saveView(
  { db }: Ground,
  viewer: Viewer,
  { name, query, shared }: SaveViewInput,
): Promise<Result<{ id: string }>> {
  if (!maySave(viewer) || (shared && !can(viewer, 'views.share'))) return forbidden();
  if ((await store.countOwn(db, viewer.id)) >= viewsLimit)
    return fail(problem('view_too_many', { params: { limit: viewsLimit } }));
  const id = randomUUID();
  const at = now();
  const row = { id, ownerId: viewer.id, name, query: canonical(query), shared, createdAt: at, updatedAt: at };
  return (await store.insertView(db, row)) ? ok({ id }) : taken();
}

/** Renames a view, shares it or no longer, or keeps another address in it. For its owner, and for who may tidy up. */
export async function changeView(
  { db }: Ground,
  viewer: Viewer,
  { id, name, query, shared }: ChangeViewInput,
): Promise<Result<{ id: string }>> {
  if (!maySave(viewer) || (shared && !can(viewer, 'views.share'))) return forbidden();
  const row = await findEditable(db, viewer, id);
  if (!row.ok) return row;
  const changed = await store.updateView(db, row.value, {
    updatedAt: now(),
    ...(name === undefined ? {} : { name }),
    ...(query === undefined ? {} : { query: canonical(query) }),
    ...(shared === undefined ? {} : { shared }),
  });
  return changed ? ok({ id }) : taken();
}

export async function deleteView(
  { db }: Ground,
  viewer: Viewer,
  { id }: DeleteViewInput,
): Promise<Result<{ id: string }>> {
  if (!maySave(viewer)) return forbidden();
  const row = await findEditable(db, viewer, id);
  if (!row.ok) return row;
  await store.removeView(db, id);
  return ok({ id });
}

/** Which view history opens with for this person. */
export async function chooseDefault(
  { db }: Ground,
  viewer: Viewer,
  { viewId }: ChooseDefaultInput,
): Promise<Result<{ viewId: string | null }>> {
  if (!maySave(viewer)) return forbidden();
  if (viewId !== null && !isBuiltIn(viewId)) {
    const row = await store.findView(db, viewId);
    if (row === null || !(row.shared || row.ownerId === viewer.id)) return fail(problem('not_found'));
  }
  await store.storeDefault(db, viewer.id, viewId === 'all' ? null : viewId);
  return ok({ viewId });
}

/** A view that this person may not even see is not there; one they only may use is not theirs to change. */
async function findEditable(db: Database, viewer: Viewer, id: string): Promise<Result<store.ViewRow>> {
  const row = await store.findView(db, id);
  if (row === null || !(row.shared || row.ownerId === viewer.id)) return fail(problem('not_found'));
  if (mayEdit(viewer, row)) return ok(row);
  await recordDenied({ db }, viewer, { act: 'request', permission: 'views.manage' });
  return forbidden();
}
