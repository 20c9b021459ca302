import 'server-only';
import { giveRows } from '#lib/audit-log/reading.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { listKnownAmong } from '#lib/bind-number/store-suggestions.ts';
import type { KnownAmongView } from '#lib/bind-number/view.ts';
import { isSentForm } from '#lib/domain/numbers/phone-number.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, type Result } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';
import { findHomeCountry } from '#lib/entry/home-country.ts';

/** No typed number has more meanings; what is asked beyond is not looked up. */
const most = 20;

const digits = /^[0-9]{2,20}$/;

/** Which of these numbers an app already has, in Numbers or bound before. Other texts are of no number. */
export async function findKnownNumbers(
  context: Context,
  viewer: Viewer,
  { appId, numbers }: { appId: string; numbers: readonly string[] },
): Promise<Result<KnownAmongView>> {
  if (!can(viewer, 'bindings.create')) return fail(problem('forbidden'));
  const apps = await context.apps();
  if (!apps.some((app) => app.id === appId)) return fail(problem('app_not_allowed', { field: 'appId' }));
  const asked = [...new Set(numbers.filter((number) => digits.test(number)))].slice(0, most);
  const found = await listKnownAmong(context.db, appId, asked);
  const keys = found.map(({ number }) => `number ${appId} ${number}`);
  return giveRows(context, viewer, { keys }, found);
}

/**
 * Whether a number may be sent as it stands: it was shown as a meaning of itself, also by the viewer's home country, or the app has
 * it under just these digits, as the provider's list writes them.
 */
export async function isSendable(
  context: Context,
  viewer: Viewer,
  { appId, number }: { appId: string; number: string },
): Promise<boolean> {
  if (!digits.test(number)) return false;
  if (isSentForm(number)) return true;
  const { country } = await findHomeCountry(context, viewer);
  if (isSentForm(number, { home: country })) return true;
  return (await listKnownAmong(context.db, appId, [number])).length > 0;
}
