'use client';

import { useEffect, useState } from 'react';
import { type BindContent, type BindValues, sameValues } from '#components/bindings/bind-values.ts';
import {
  type Draft,
  draftStore,
  fingerprint,
  isUnanswered,
  keyFor,
  newDraft,
} from '#components/bindings/draft.ts';

const storeOf = (viewerId: string) => draftStore(viewerId, () => sessionStorage);

/** The form's text and the key it is sent under, kept through reload, back and signing in again (F6, F25). */
export function useDraft(viewerId: string, blank: BindValues, asleep: boolean) {
  const [draft, setDraft] = useState<Draft>(
    () => (asleep ? null : storeOf(viewerId).load()) ?? newDraft(blank),
  );
  /** What counts as nothing to lose: an empty form, later the values that were bound. */
  const [saved, setSaved] = useState(blank);
  const dirty = !sameValues(draft.values, saved);

  useEffect(() => {
    if (asleep) return;
    if (dirty || draft.sent !== null) storeOf(viewerId).save(draft);
    else storeOf(viewerId).clear();
  }, [asleep, viewerId, draft, dirty]);

  return {
    values: draft.values,
    dirty,
    change: (patch: Partial<BindValues>) =>
      setDraft((last) => ({ ...last, values: { ...last.values, ...patch } })),
    keyFor: (content: BindContent) => keyFor(draft, content),
    isUnanswered: (content: BindContent) => isUnanswered(draft, content),
    /** Saved at once, not after the next render: the request may be the last thing this page does. */
    markSent: (content: BindContent, key: string) => {
      const sent = { ...draft, key, sent: fingerprint(content) };
      storeOf(viewerId).save(sent);
      setDraft(sent);
    },
    /** The answer has been seen: what comes next is a new binding. Bound values are nothing to lose any more. */
    markAnswered: (bound: boolean) => {
      setDraft((last) => newDraft(last.values));
      if (bound) setSaved(draft.values);
    },
  };
}

export type KeptDraft = ReturnType<typeof useDraft>;
