import 'server-only';
import { recordDenied } from '#lib/audit-log/denied.ts';
import { recordDeniedAct } from '#lib/audit-log/denied-limit.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { storeDenied, type WantedBinding } from '#lib/bind-number/store-binding.ts';
import { maskUrlSecrets } from '#lib/domain/urls/callback-url-secrets.ts';
import type { Context } from '#lib/entry/context.ts';

/** Acts on one binding, as `event_counts` names them. */
export const acts = ['bind', 'repeat'] as const;

/** Longest text, in characters, that is stored of a denied change. It can never be sent or put back. */
const textLimit = 200;

/** The end says that it was cut. */
const shorten = (text: string | null): string | null =>
  text !== null && text.length > textLimit
    ? // Not the half of a character that two units make.
      `${text.slice(0, textLimit - 1).replace(/[\ud800-\udbff]$/, '')}…`
    : text;

/** Masked before it is cut: what is left of a hidden part might no longer look like one. */
const shortenUrl = (url: string | null): string | null =>
  url !== null && url.length > textLimit ? shorten(maskUrlSecrets(url)) : url;

/**
 * Records a change that its author had no right to make: as a row of history, or as a count where there were too many. A
 * row's texts are cut, since somebody without rights decides how long they are.
 */
export async function denyBinding(
  { db }: Pick<Context, 'db'>,
  viewer: Viewer,
  { act, wanted }: { act: (typeof acts)[number]; wanted: WantedBinding },
): Promise<void> {
  const { callbackUrl, reason, ...rest } = wanted;
  const short = { ...rest, callbackUrl: shortenUrl(callbackUrl), reason: shorten(reason) };
  await recordDeniedAct({ db }, viewer, { act, record: () => storeDenied(db, short) });
}

/** Records the same where what was asked for is no change that history could hold: as an event without its texts. */
export const denyRequest = ({ db }: Pick<Context, 'db'>, viewer: Viewer): Promise<void> =>
  recordDenied({ db }, viewer, { act: 'request', permission: 'bindings.create' });
