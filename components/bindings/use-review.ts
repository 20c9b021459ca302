'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import {
  isSameAsKnown,
  type ReviewRequest,
  type ReviewState,
  type Settled,
} from '#components/bindings/review-request.ts';
import { queryClientHere } from '#components/shell/query-provider.tsx';
import { bindNumber } from '#lib/bindings/actions.ts';
import { bindingsKey, numberFacts } from '#lib/bindings/cache.ts';
import { problem } from '#lib/domain/problem.ts';
import { callAction } from '#lib/entry/call-action.ts';
import { ProblemError } from '#lib/entry/query-client.ts';

type Callbacks = {
  /** Just before the first byte leaves the browser, so that a reload finds the key again. */
  onSend: () => void;
  onSettled: (answer: Settled) => void;
};

/** Reads the facts once, asks, sends at most one request at a time, and shows a conflict instead of sending. */
export function useReview(request: ReviewRequest, { onSend, onSettled }: Callbacks) {
  const client = queryClientHere();
  const [state, setState] = useState<ReviewState>({ step: 'loading' });
  const { content } = request;

  const load = async () => {
    setState({ step: 'loading' });
    try {
      const facts = await client.fetchQuery({ ...numberFacts(content.appId, content.number), staleTime: 0 });
      const unchanged = isSameAsKnown(facts, content) && !request.unanswered;
      setState({ step: 'asking', facts, opened: null, unchanged, problem: null });
    } catch (error) {
      setState({
        step: 'failed',
        problem: error instanceof ProblemError ? error.problem : problem('offline'),
      });
    }
  };
  const loadOnce = useEffectEvent(load);
  useEffect(() => {
    void loadOnce();
  }, []);

  const confirm = async () => {
    if (state.step !== 'asking') return;
    const { facts, opened, unchanged } = state;
    setState({ step: 'sending', facts, opened, unchanged });
    onSend();
    const answer = await callAction(bindNumber, {
      ...content,
      idempotencyKey: request.key,
      seen: facts.newestBindingId,
      source: request.source,
      restoresBindingId: request.restoresBindingId,
      sendUnchanged: unchanged,
    });
    if (!answer.ok) {
      setState({ step: 'asking', facts, opened, unchanged, problem: answer.problem });
      return;
    }
    void client.invalidateQueries({ queryKey: bindingsKey });
    const { value } = answer;
    if (value.kind === 'settled') onSettled(value);
    else {
      const conflict = value.kind === 'conflict';
      setState({
        step: 'asking',
        facts: value.facts,
        opened: conflict ? facts : null,
        unchanged: !conflict,
        problem: null,
      });
    }
  };

  return { state, load, confirm };
}
