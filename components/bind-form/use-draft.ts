'use client';

import { useEffect, useState } from 'react';
import { type BindValues, sameValues, type WantedNumber } from '#components/bind-form/bind-values.ts';
import {
  type Draft,
  draftStore,
  fingerprint,
  firstDraft,
  isUnanswered,
  keyFor,
  newDraft,
} from '#components/bind-form/draft.ts';
import type { BindContent } from '#components/review/review-request.ts';

const storeOf = (viewerId: string) => draftStore(viewerId, () => sessionStorage);

/** The draft this tab kept, or a fresh one; see `firstDraft`. */
export const startDraft = (viewerId: string, blank: BindValues, wanted: WantedNumber | null): Draft =>
  firstDraft(storeOf(viewerId).load(), blank, wanted);

type DraftOptions = {
  viewerId: string;
  start: Draft;
  blank: BindValues;
  /** What the form holds now. */
  values: BindValues;
  asleep: boolean;
};

/** The form's text and the key it is sent under, kept through reload, back and signing in again. */
export function useDraft({ viewerId, start, blank, values, asleep }: DraftOptions) {
  const [{ key, sent }, setLabel] = useState<Pick<Draft, 'key' | 'sent'>>(start);
  /** What counts as nothing to lose: an empty form, later the values that were bound. */
  const [saved, setSaved] = useState(blank);
  const [isKept, setKept] = useState(true);
  const dirty = !sameValues(values, saved);
  const draft: Draft = { values, key, sent };

  useEffect(() => {
    if (asleep) return;
    if (dirty || sent !== null) setKept(storeOf(viewerId).save({ values, key, sent }));
    else storeOf(viewerId).clear();
  }, [asleep, viewerId, values, key, sent, dirty]);

  return {
    dirty,
    /** False: this browser could not keep what is typed. */
    isKept,
    keyFor: (content: BindContent) => keyFor(draft, content),
    isUnanswered: (content: BindContent) => isUnanswered(draft, content),
    /** Saved at once, not after the next render: the request may be the last thing this page does. */
    markSent: (content: BindContent, sentUnder: string) => {
      const next = { values, key: sentUnder, sent: fingerprint(content) };
      storeOf(viewerId).save(next);
      setLabel(next);
    },
    /** The answer has been seen: what comes next is a new binding. Bound values are nothing to lose any more. */
    markAnswered: (bound: boolean) => {
      setLabel(newDraft(values));
      if (bound) setSaved(values);
    },
  };
}

export type KeptDraft = ReturnType<typeof useDraft>;
