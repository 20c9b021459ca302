'use client';

import { useState } from 'react';
import type { AppChoice } from '#components/bind-form/app-field.tsx';
import type { KeptDraft } from '#components/bind-form/use-draft.ts';
import { forgetKey, keepKey, keptKey } from '#components/review/kept-key.ts';
import type { BindContent, ReviewRequest, Settled } from '#components/review/review-request.ts';

/** From a checked form to a seen answer: what is under review, and how the last one ended. */
export function useBinding(draft: KeptDraft, apps: readonly AppChoice[]) {
  const [request, setRequest] = useState<ReviewRequest | null>(null);
  const [answer, setAnswer] = useState<Settled | null>(null);
  const nameOf = (appId: string) => apps.find(({ id }) => id === appId)?.name ?? appId;

  const review = (content: BindContent) => {
    setAnswer(null);
    setRequest({
      number: content.number,
      content,
      appName: nameOf(content.appId),
      key: draft.keyFor(content),
      source: 'form',
      unanswered: draft.isUnanswered(content),
    });
  };

  const undo = ({ binding, undo: previous }: Settled) => {
    if (!previous?.bindingId) return;
    setRequest({
      number: binding.number,
      bindingId: previous.bindingId,
      key: keptKey(previous.bindingId),
      source: 'undo',
    });
  };

  const settle = (settled: Settled) => {
    if (request?.source === 'form') draft.markAnswered(settled.binding.state === 'bound');
    else if (request) forgetKey(request.bindingId);
    setRequest(null);
    setAnswer(settled);
  };

  return {
    request,
    answer,
    review,
    undo,
    settle,
    send: () => {
      if (request?.source === 'form') draft.markSent(request.content, request.key);
      else if (request) keepKey(request.bindingId, request.key);
    },
    close: () => setRequest(null),
    show: setAnswer,
    dismiss: () => setAnswer(null),
  };
}
