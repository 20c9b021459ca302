import 'server-only';
import { recordEvent } from '#lib/audit-log/service.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { now } from '#lib/clock.ts';
import type { AddAppInput, RenameAppInput, RetireAppInput } from '#lib/connection/schema.ts';
import { type AppRow, insertApp, lockApps, updateApp } from '#lib/connection/store-apps.ts';
import type { Database } from '#lib/db/client.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';
import type { AppAct } from '#lib/domain/recorded-event.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { nameKey } from '#lib/domain/shown-name.ts';
import type { Context, KnownApp } from '#lib/entry/context.ts';

type Ground = Pick<Context, 'db' | 'appsFixed'>;
type Change = { act: AppAct; app: KnownApp; old: string | null };

/**
 * One change to the stored apps, and its record, in one transaction. `change` gets the apps as they are and gives what it
 * did, or null where nothing had to be done. Answers with all apps.
 */
async function changeApps(
  { db, appsFixed }: Ground,
  viewer: Viewer,
  change: (tx: Database, apps: AppRow[]) => Promise<Result<Change | null>>,
): Promise<Result<KnownApp[]>> {
  if (!can(viewer, 'connection.change')) return fail(problem('forbidden'));
  if (appsFixed) return fail(problem('apps_fixed'));
  return db.transaction(async (tx) => {
    const done = await change(tx, await lockApps(tx));
    if (!done.ok) return done;
    if (done.value) {
      const { act, app, old } = done.value;
      const details = { act, appId: app.id, old, new: app.name };
      await recordEvent({ db: tx }, viewer, { kind: 'app', details });
    }
    const apps = await lockApps(tx);
    return ok(apps.map(({ id, name, retiredAt }) => ({ id, name, retired: retiredAt !== null })));
  });
}

/** Adds an app that this console may bind in from now on, on every server. */
export const addApp = (
  ground: Ground,
  viewer: Viewer,
  { appId: id, name }: AddAppInput,
): Promise<Result<KnownApp[]>> =>
  changeApps(ground, viewer, async (tx, apps) => {
    const known = apps.find((app) => app.id === id);
    if (known) return fail(problem('app_id_taken', { field: 'appId', params: { name: known.name } }));
    const refusal = refuseName(apps, { id, name });
    if (refusal) return fail(refusal);
    await insertApp(tx, { id, name });
    return ok({ act: 'added', app: { id, name, retired: false }, old: null });
  });

/** Gives an app another name, in history too: rows name an app by its id. */
export const renameApp = (
  ground: Ground,
  viewer: Viewer,
  { appId: id, name }: RenameAppInput,
): Promise<Result<KnownApp[]>> =>
  changeApps(ground, viewer, async (tx, apps) => {
    const known = apps.find((app) => app.id === id);
    if (known === undefined) return fail(problem('not_found'));
    if (known.name === name) return ok(null);
    const refusal = refuseName(apps, { id, name });
    if (refusal) return fail(refusal);
    await updateApp(tx, id, { name });
    return ok({ act: 'renamed', app: { id, name, retired: known.retiredAt !== null }, old: known.name });
  });

/** Takes an app out of use, or brings it back. Lines of batches that wait in a retired app are not sent: see `claimQueued`. */
export const setAppRetired = (
  ground: Ground,
  viewer: Viewer,
  { appId: id, retired }: RetireAppInput,
): Promise<Result<KnownApp[]>> =>
  changeApps(ground, viewer, async (tx, apps) => {
    const known = apps.find((app) => app.id === id);
    if (known === undefined) return fail(problem('not_found'));
    const { name } = known;
    if (retired === (known.retiredAt !== null)) return ok(null);
    await updateApp(tx, id, { retiredAt: retired ? now() : null });
    return ok({ act: retired ? 'retired' : 'returned', app: { id, name, retired }, old: name });
  });

/** A name names one app: not two, and not by what is another one's id. A batch reads both in one column. */
function refuseName(apps: readonly AppRow[], { id, name }: { id: string; name: string }): Problem | null {
  const key = nameKey(name);
  const other = apps.find((app) => app.id !== id && (nameKey(app.name) === key || app.id === key));
  return other ? problem('app_name_taken', { field: 'name', params: { id: other.id } }) : null;
}
