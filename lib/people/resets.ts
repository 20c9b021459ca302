import 'server-only';
import { listOwnSince, listResets, type Reset } from '#lib/audit-log/resets.ts';
import { recordEvent } from '#lib/audit-log/service.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/database.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import type { ResetView } from '#lib/people/view-reset.ts';

type Ground = { db: Database };

/** All admins see a reset for so long. */
const shownMs = 7 * 24 * 3_600_000;

/** The person sees earlier resets for so long beside a new one, also those that were confirmed: perhaps by somebody else. */
const besideMs = 30 * 24 * 3_600_000;

/**
 * Resets of the viewer's own password that they have not confirmed, with those of the last 30 days; none where there is nothing
 * to confirm. The session that a link began neither sees nor confirms its own reset: who followed the link need not be the person.
 */
export async function listOwnResets({ db }: Ground, viewer: Viewer): Promise<ResetView[]> {
  const { resets, open } = await readOwn(db, viewer);
  if (open.length === 0) return [];
  const recent = now().getTime() - besideMs;
  return resets
    .filter((reset) => open.includes(reset) || reset.at.getTime() > recent)
    .map((reset) => ({ ...toResetView(reset), confirmed: !open.includes(reset) }));
}

/** Records that the person has seen the resets that this session may confirm. Gives what is left to confirm. */
export async function confirmResets({ db }: Ground, viewer: Viewer): Promise<Result<ResetView[]>> {
  await db.transaction(async (inside) => {
    const { open } = await readOwn(inside, viewer);
    for (const { id: resetId, at } of open)
      await recordEvent({ db: inside }, viewer, {
        kind: 'account',
        details: { act: 'reset_confirmed', resetId, at: at.toISOString() },
      });
  });
  return ok(await listOwnResets({ db }, viewer));
}

/** Resets of the last seven days, for who may read the audit log; none for others. */
export async function listRecentResets({ db }: Ground, viewer: Viewer): Promise<ResetView[]> {
  if (!can(viewer, 'auditLog.read')) return [];
  const since = new Date(now().getTime() - shownMs);
  return (await listResets(db, { since })).map((reset) => ({ ...toResetView(reset), confirmed: false }));
}

const toResetView = ({ id, at, address, details }: Reset) => ({
  id,
  at: at.toISOString(),
  address,
  person: { name: details.name, email: details.email },
  by: details.by,
});

async function readOwn(db: Database, viewer: Viewer): Promise<{ resets: Reset[]; open: Reset[] }> {
  const resets = await listResets(db, { personId: viewer.id });
  const oldest = resets.at(-1);
  if (!oldest) return { resets: [], open: [] };
  const own = await listOwnSince(db, viewer, oldest.at);
  const confirmed = new Set(own.map(({ details }) => ('resetId' in details ? details.resetId : null)));
  const begun = own.find(({ details }) => 'way' in details && details.way === 'link');
  // The newest one before a session that a link began is the one that began it.
  const beganIt = begun && resets.find(({ at }) => at <= begun.at);
  return { resets, open: resets.filter((reset) => !confirmed.has(reset.id) && reset !== beganIt) };
}
