import 'server-only';
import { recordEvent } from '#lib/audit-log/service.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { HomeCountryInput } from '#lib/connection/schema.ts';
import { replaceHomeCountry } from '#lib/connection/store.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';

/** Sets the home country of everybody who has not chosen one, and records the change. */
export async function setHomeCountry(
  { db }: Pick<Context, 'db'>,
  viewer: Viewer,
  { country }: HomeCountryInput,
): Promise<Result<null>> {
  if (!can(viewer, 'connection.change')) return fail(problem('forbidden'));
  await db.transaction(async (tx) => {
    const old = await replaceHomeCountry(tx, country);
    if (old === country) return;
    await recordEvent({ db: tx }, viewer, { kind: 'homeCountry', details: { old, new: country } });
  });
  return ok(null);
}
