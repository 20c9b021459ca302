import 'server-only';
import { recordEvent } from '#lib/audit-log/service.ts';
import { normaliseEmail } from '#lib/auth/accounts.ts';
import { linkLimits } from '#lib/auth/limits.ts';
import { issueLink } from '#lib/auth/links.ts';
import type { Database } from '#lib/db/database.ts';
import { actorIds } from '#lib/domain/recorded-event.ts';
import { paths } from '#lib/paths.ts';
import { findPersonByEmail, subjectOf } from '#lib/people/store.ts';

export type ResetLink =
  | { kind: 'made'; url: string; name: string; email: string; hours: number }
  | { kind: 'unknown' | 'disabled'; email: string };

/**
 * Makes a one-time link with which a person sets a new password, and records that the command line did; `by` is who ran it,
 * such as `root@host`. The old password works until the link is used.
 */
export async function makeResetLink(
  ground: { db: Database; origin: string },
  asked: { email: string; by: string },
): Promise<ResetLink> {
  const email = normaliseEmail(asked.email);
  return ground.db.transaction(async (db): Promise<ResetLink> => {
    const person = await findPersonByEmail(db, email);
    if (!person) return { kind: 'unknown', email };
    if (person.disabled) return { kind: 'disabled', email };
    const { id: userId, name } = person;
    const actor = { id: actorIds.commandLine, name: 'Command line', email: asked.by, address: null };
    const details = { act: 'reset_link_made', ...subjectOf(person) } as const;
    const eventId = await recordEvent({ db }, actor, { kind: 'account', details });
    const { resetMs: lifetimeMs } = linkLimits;
    const token = await issueLink(db, { purpose: 'invitation', userId, eventId, lifetimeMs });
    const url = new URL(paths.invitation(token), ground.origin).href;
    return { kind: 'made', url, name, email, hours: lifetimeMs / 3_600_000 };
  });
}
