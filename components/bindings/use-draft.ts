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
import type { BindForm } from '#components/bindings/use-bind-form.ts';

const storeOf = (viewerId: string) => draftStore(viewerId, () => sessionStorage);

/** The draft this tab kept, or a fresh one. For the browser only. */
export const startDraft = (viewerId: string, blank: BindValues): Draft =>
  storeOf(viewerId).load() ?? newDraft(blank);

/** Keeps what is typed, and the key it is sent under, through reload, back and signing in again (F6, F25). */
export function useDraft(viewerId: string, form: BindForm, start: Draft, blank: BindValues) {
  const [draft, setDraft] = useState(start);
  /** What counts as nothing to lose: an empty form, later the values that were bound. */
  const [saved, setSaved] = useState(blank);
  const { subscribe } = form;

  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) =>
          setDraft((last) => (sameValues(last.values, values) ? last : { ...last, values: { ...values } })),
      }),
    [subscribe],
  );

  const dirty = !sameValues(draft.values, saved);
  useEffect(() => {
    if (dirty || draft.sent !== null) storeOf(viewerId).save(draft);
    else storeOf(viewerId).clear();
  }, [viewerId, draft, dirty]);

  return {
    dirty,
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
