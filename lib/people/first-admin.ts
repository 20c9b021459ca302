import 'server-only';
import { recordEvent } from '#lib/audit-log/service.ts';
import type { Actor } from '#lib/audit-log/store.ts';
import { normaliseEmail } from '#lib/auth/accounts.ts';
import { ensureFirstAdmin } from '#lib/auth/setup.ts';
import type { Database } from '#lib/db/database.ts';
import { actorIds } from '#lib/domain/recorded-event.ts';

type Made = { way: 'link' | 'environment'; app: { id: string; name: string } | null };

/** Records the set-up: by the first admin, who has come by the link, with the app they named. */
export async function recordFirstAdmin(db: Database, admin: Actor, { way, app }: Made): Promise<void> {
  const { id: personId, name, email } = admin;
  const actor =
    way === 'link' ? admin : { id: actorIds.system, name: 'Patchboard', email: '', address: null };
  const details = { act: 'set_up', personId, name, email, way } as const;
  await recordEvent({ db }, actor, { kind: 'person', details });
  if (app === null) return;
  const added = { act: 'added', appId: app.id, old: null, new: app.name } as const;
  await recordEvent({ db }, actor, { kind: 'app', details: added });
}

/** `ensureFirstAdmin`, recorded. */
export const ensureFirstAdminRecorded = (
  db: Database,
  env: Parameters<typeof ensureFirstAdmin>[1],
): Promise<string | null> =>
  ensureFirstAdmin(db, env, async (inside, id) => {
    const email = normaliseEmail(env.firstAdmin?.email ?? '');
    const admin = { id, name: email.split('@')[0] ?? email, email, address: null };
    await recordFirstAdmin(inside, admin, { way: 'environment', app: null });
  });
