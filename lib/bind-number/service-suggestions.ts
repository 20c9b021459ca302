import 'server-only';
import { giveRows } from '#lib/audit-log/reading.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { listBoundUses, listFittingNumbers, listKnownNumbers } from '#lib/bind-number/store-suggestions.ts';
import { toKnownNumbers, toSuggestions } from '#lib/bind-number/suggest.ts';
import type { KnownNumberView, Suggestions } from '#lib/bind-number/view.ts';
import { numberLimit } from '#lib/domain/numbers/phone-number.ts';
import { searchKeys } from '#lib/domain/numbers/phone-number-search.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';

/** What may be picked in the bind form, URLs as history shows them: choosing one reveals it, which is recorded. */
export async function listSuggestions(context: Context, viewer: Viewer): Promise<Result<Suggestions>> {
  if (!can(viewer, 'bindings.create')) return fail(problem('forbidden'));
  const appIds = (await context.apps()).map((app) => app.id);
  const [uses, known] = await Promise.all([
    listBoundUses(context.db, appIds),
    listKnownNumbers(context.db, appIds),
  ]);
  const suggestions = toSuggestions(uses, known);
  const keys = [...suggestions.urls.map(({ bindingId }) => bindingId), ...numberKeys(suggestions.numbers)];
  return giveRows(context, viewer, { keys }, suggestions);
}

const numberKeys = (known: readonly { appId: string; number: string }[]): string[] =>
  known.map(({ appId, number }) => `number ${appId} ${number}`);

/** As many of the numbers that fit as a form shows, and some more for those that cannot be sent as they are written. */
const fittingAtOnce = 20;

/** Known numbers of an app that hold what is typed, in whatever format: none for fewer than three digits. */
export async function suggestNumbers(
  context: Context,
  viewer: Viewer,
  { appId, typed }: { appId: string; typed: string },
): Promise<Result<KnownNumberView[]>> {
  if (!can(viewer, 'bindings.create')) return fail(problem('forbidden'));
  const apps = await context.apps();
  if (!apps.some((app) => app.id === appId)) return fail(problem('app_not_allowed', { field: 'appId' }));
  const digits = searchKeys(typed).filter((run) => run.length <= numberLimit);
  if (digits.length === 0) return ok([]);
  const found = toKnownNumbers(await listFittingNumbers(context.db, { appId, digits, limit: fittingAtOnce }));
  return giveRows(context, viewer, { keys: numberKeys(found) }, found);
}
