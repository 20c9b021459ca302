import type { BindValues, WantedNumber } from '#components/bind-form/bind-values.ts';
import { blankValues } from '#components/bind-form/bind-values.ts';
import type { BindContent } from '#components/review/review-request.ts';
import { makeKey } from '#lib/client/idempotency-key.ts';

/**
 * What is typed and under which key it is sent. `sent` is the content that went out under the key and whose answer
 * nobody has seen yet: the same content again keeps the key (and finds the first result), other content gets a new one.
 */
export type Draft = { values: BindValues; key: string; sent: string | null };

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The content as one text, in fixed order. */
export const fingerprint = ({ appId, number, numberType, callbackUrl, reason }: BindContent): string =>
  JSON.stringify([appId, number, numberType, callbackUrl, reason]);

/** True when this very content was sent under the draft's key and no answer has been seen. */
export const isUnanswered = (draft: Draft, content: BindContent): boolean =>
  draft.sent === fingerprint(content);

/** The key to send this content under. */
export const keyFor = (draft: Draft, content: BindContent): string =>
  draft.sent === null || isUnanswered(draft, content) ? draft.key : makeKey();

/**
 * What a form starts with: the draft this tab kept, or a fresh one. Opened for another number it starts with that one,
 * unless a request is out whose answer nobody has seen: that comes first.
 */
export function firstDraft(kept: Draft | null, blank: BindValues, wanted: WantedNumber | null): Draft {
  if (wanted === null || kept?.sent) return kept ?? newDraft(blank);
  const isKept = kept?.values.appId === wanted.appId && kept.values.number === wanted.number;
  return kept && isKept ? kept : newDraft({ ...blank, ...wanted });
}

export const newDraft = (values: BindValues): Draft => ({ values, key: makeKey(), sent: null });

/** One draft a tab and viewer: a second person in the same tab does not meet the first one's text. */
export function draftStore(viewerId: string, storage: () => Store) {
  const name = `patchboard-draft-${viewerId}`;
  const attempt = <T>(work: (store: Store) => T): T | null => {
    try {
      return work(storage());
    } catch {
      // Storage can be full or forbidden. The form then works as without a draft.
      return null;
    }
  };
  return {
    load: (): Draft | null => attempt((store) => parseDraft(store.getItem(name))),
    /** False: this browser keeps nothing. */
    save: (draft: Draft): boolean =>
      attempt((store) => {
        store.setItem(name, JSON.stringify(draft));
        return true;
      }) ?? false,
    clear: (): void => void attempt((store) => store.removeItem(name)),
  };
}

/** Takes only what has the form's shape; an older version's leftovers are dropped field by field. */
export function parseDraft(text: string | null): Draft | null {
  const parsed: unknown = text === null ? null : JSON.parse(text);
  if (!isRecord(parsed) || typeof parsed.key !== 'string' || !isRecord(parsed.values)) return null;
  const stored = parsed.values;
  const blank = blankValues('');
  const kept = Object.fromEntries(
    Object.entries(blank).map(([field, empty]) => [
      field,
      typeof stored[field] === typeof empty ? stored[field] : empty,
    ]),
  );
  const sent = typeof parsed.sent === 'string' ? parsed.sent : null;
  return { values: { ...blank, ...kept }, key: parsed.key, sent };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
