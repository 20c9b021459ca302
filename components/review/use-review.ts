'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { queryClientHere } from '#components/providers/query-provider.tsx';
import { loadQuestion } from '#components/review/load-question.ts';
import type { Question, ReviewRequest, ReviewState, Settled } from '#components/review/review-request.ts';
import { bindNumber } from '#lib/bind-number/actions.ts';
import type { BindInput } from '#lib/bind-number/schema.ts';
import { bindingsKey } from '#lib/bindings/cache.ts';
import { callAction } from '#lib/client/call-action.ts';
import { ProblemError } from '#lib/client/fetch-json.ts';
import { isUnclear, problem } from '#lib/domain/problem.ts';

type Callbacks = {
  /** Just before the first byte leaves the browser, so that a reload finds the key again. */
  onSend: () => void;
  onSettled: (answer: Settled) => void;
};

/** Reads the facts once, asks, sends at most one request at a time, and shows a conflict instead of sending. */
export function useReview(request: ReviewRequest, { onSend, onSettled }: Callbacks) {
  const client = queryClientHere();
  const [state, setState] = useState<ReviewState>({ step: 'loading' });
  /** A request left and no clear answer came back. A later refusal says nothing about that one. */
  const [unclear, setUnclear] = useState(false);

  const load = async () => {
    setState({ step: 'loading' });
    try {
      setState(await loadQuestion(client, request));
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

  /** `reason`: as typed in the dialog, where it is asked for there. */
  const confirm = async (reason: string) => {
    if (state.step !== 'asking') return;
    const { step: _step, problem: _problem, ...question } = state;
    setState({ ...question, step: 'sending' });
    onSend();
    const answer = await callAction(bindNumber, inputOf(request, question, reason));
    if (!answer.ok) {
      if (isUnclear(answer.problem)) setUnclear(true);
      setState({ ...question, step: 'asking', problem: answer.problem });
      return;
    }
    void client.invalidateQueries({ queryKey: bindingsKey });
    const { value } = answer;
    if (value.kind === 'settled') onSettled(value);
    else {
      const conflict = value.kind === 'conflict';
      setState({
        ...question,
        step: 'asking',
        facts: value.facts,
        opened: conflict ? question.facts : null,
        unchanged: !conflict,
        problem: null,
      });
    }
  };

  return { state, unclear, load, confirm };
}

function inputOf(request: ReviewRequest, question: Question, reason: string): BindInput {
  const { content, facts, unchanged } = question;
  const { source, key: idempotencyKey } = request;
  const common = { ...content, idempotencyKey, source, seen: facts.newestBindingId };
  if (request.source === 'form') return { ...common, restoresBindingId: null, sendUnchanged: unchanged };
  return {
    ...common,
    callbackUrl: null,
    numberType: null,
    reason: reason.trim() || null,
    restoresBindingId: request.bindingId,
    sendUnchanged: false,
  };
}
