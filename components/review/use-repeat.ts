'use client';

import { useState } from 'react';
import { queryClientHere } from '#components/providers/query-provider.tsx';
import type { Settled } from '#components/review/review-request.ts';
import { repeatBinding } from '#lib/bind-number/actions.ts';
import { bindingsKey } from '#lib/bindings/cache.ts';
import { callAction } from '#lib/client/call-action.ts';
import type { Problem } from '#lib/domain/problem.ts';

/** "Send again" of an unknown outcome. A second click names an attempt that is no longer the latest: nothing is sent. */
export function useRepeat(onSettled: (answer: Settled) => void) {
  const [repeating, setRepeating] = useState(false);
  const [repeatProblem, setRepeatProblem] = useState<Problem | null>(null);

  const repeat = async ({ binding }: Pick<Settled, 'binding'>) => {
    setRepeating(true);
    setRepeatProblem(null);
    const answer = await callAction(repeatBinding, {
      bindingId: binding.id,
      afterAttempt: binding.attemptCount,
    });
    setRepeating(false);
    void queryClientHere().invalidateQueries({ queryKey: bindingsKey });
    if (!answer.ok) setRepeatProblem(answer.problem);
    else if (answer.value.kind === 'settled') onSettled(answer.value);
  };

  return { repeating, repeatProblem, repeat };
}
