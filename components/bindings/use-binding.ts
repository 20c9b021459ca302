'use client';

import { useState } from 'react';
import type { AppChoice } from '#components/bindings/app-field.tsx';
import type { BindContent } from '#components/bindings/bind-values.ts';
import { makeKey } from '#components/bindings/draft.ts';
import type { ReviewRequest, Settled } from '#components/bindings/review-request.ts';
import type { KeptDraft } from '#components/bindings/use-draft.ts';

/** From a checked form to a seen answer: what is under review, and how the last one ended. */
export function useBinding(draft: KeptDraft, apps: readonly AppChoice[]) {
  const [request, setRequest] = useState<ReviewRequest | null>(null);
  const [answer, setAnswer] = useState<Settled | null>(null);
  const nameOf = (appId: string) => apps.find(({ id }) => id === appId)?.name ?? appId;

  const review = (content: BindContent) => {
    setAnswer(null);
    setRequest({
      content,
      appName: nameOf(content.appId),
      key: draft.keyFor(content),
      source: 'form',
      restoresBindingId: null,
      unanswered: draft.isUnanswered(content),
    });
  };

  const undo = ({ binding, undo: previous }: Settled) => {
    if (!previous) return;
    const { appId, number } = binding;
    setRequest({
      content: {
        appId,
        number,
        numberType: previous.numberType,
        callbackUrl: previous.url,
        reason: null,
      },
      appName: binding.appName,
      key: makeKey(),
      source: 'undo',
      restoresBindingId: previous.bindingId,
      unanswered: false,
    });
  };

  const settle = (settled: Settled) => {
    if (request?.source === 'form') draft.markAnswered(settled.binding.state === 'bound');
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
    },
    close: () => setRequest(null),
    show: setAnswer,
    dismiss: () => setAnswer(null),
  };
}
