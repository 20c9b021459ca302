import 'server-only';
import { giveRows } from '#lib/audit-log/reading.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { shownUrl, type Visibility } from '#lib/bindings/to-view.ts';
import { pageSizes } from '#lib/domain/page-sizes.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';
import type { NumbersSearch, RefreshInput } from '#lib/numbers/schema.ts';
import * as store from '#lib/numbers/store.ts';
import * as hosts from '#lib/numbers/store-hosts.ts';
import { findLists } from '#lib/numbers/store-list.ts';
import { beginReading } from '#lib/numbers/sync.ts';
import { toHostUrls, toListView, toNumberLine } from '#lib/numbers/to-view.ts';
import type { HostsPage, HostUrls, ListView, NumbersPage } from '#lib/numbers/view.ts';

/** Whoever may bind sees URLs whole, and searches them whole. */
const isMasked = (viewer: Viewer): boolean => !can(viewer, 'bindings.create');

/** One page of the board, by app and number. */
export async function listNumbers(
  context: Context,
  viewer: Viewer,
  search: NumbersSearch,
): Promise<Result<NumbersPage>> {
  if (!can(viewer, 'bindings.read')) return fail(problem('forbidden'));
  const { db } = context;
  const asked = { search, masked: isMasked(viewer) };
  const page = await store.listPage(db, { ...asked, size: search.size ?? pageSizes[0] });
  const isAll = page.previousCursor === null && page.nextCursor === null;
  const [count, bindings, apps] = await Promise.all([
    isAll ? page.rows.length : store.countLines(db, asked),
    store.findBindingsOf(db, page.rows),
    context.knownApps(),
  ]);
  const eyes: Visibility = { apps, wholeFacts: false, hiddenPartKey: context.hiddenPartKey() };
  const keys = page.rows.map(({ appId, number }) => `number ${appId} ${number}`);
  return giveRows(
    context,
    viewer,
    { keys },
    {
      ...page,
      rows: page.rows.map((row) => toNumberLine(row, bindings, eyes)),
      total: { count: Math.min(count, store.countLimit), exact: count <= store.countLimit },
    },
  );
}

/** The hosts of the numbers that match. */
export async function listHosts(
  context: Context,
  viewer: Viewer,
  search: NumbersSearch,
): Promise<Result<HostsPage>> {
  if (!can(viewer, 'bindings.read')) return fail(problem('forbidden'));
  const asked = { search, masked: isMasked(viewer) };
  const [found, withoutUrl] = await Promise.all([
    hosts.listHosts(context.db, asked),
    hosts.countWithoutUrl(context.db, asked),
  ]);
  const keys = found.hosts.map(({ host }) => `host ${host}`);
  return giveRows(context, viewer, { keys }, { ...found, withoutUrl });
}

/** The URLs of one host, of the numbers that match. */
export async function listHostUrls(
  context: Context,
  viewer: Viewer,
  { host, search }: { host: string; search: NumbersSearch },
): Promise<Result<HostUrls>> {
  if (!can(viewer, 'bindings.read')) return fail(problem('forbidden'));
  // No host of ours holds what a text of the database cannot.
  if (/[\p{Cc}\p{Cs}]/u.test(host)) return ok({ urls: [], more: false });
  const found = await hosts.listUrlsOf(context.db, { search, masked: isMasked(viewer), host });
  const urls = toHostUrls(found, (url) => shownUrl(url) ?? url, hosts.limits.numbers);
  const keys = urls.urls.flatMap(({ first }) =>
    first.map(({ appId, number }) => `number ${appId} ${number}`),
  );
  return giveRows(context, viewer, { keys }, urls);
}

/** How the provider's list stands for each app. */
export async function listLists(context: Context, viewer: Viewer): Promise<Result<ListView[]>> {
  if (!can(viewer, 'bindings.read')) return fail(problem('forbidden'));
  const apps = await context.apps();
  const rows = await findLists(
    context.db,
    apps.map((app) => app.id),
  );
  return ok(
    apps.map((app) =>
      toListView(
        app,
        rows.find((row) => row.appId === app.id),
      ),
    ),
  );
}

/**
 * Begins to read the provider's list of one app's numbers, or of every app's, and says how the lists stand then. One that is
 * being read already is left to whoever reads it.
 */
export async function refreshLists(
  context: Context,
  viewer: Viewer,
  { appId }: RefreshInput,
): Promise<Result<ListView[]>> {
  if (!can(viewer, 'numbers.refresh')) return fail(problem('forbidden'));
  const apps = (await context.apps()).filter((app) => appId === null || app.id === appId);
  if (apps.length === 0) return fail(problem(appId === null ? 'app_missing' : 'app_not_allowed'));
  await Promise.all(apps.map((app) => beginReading(context, { appId: app.id, by: viewer.name })));
  return listLists(context, viewer);
}
