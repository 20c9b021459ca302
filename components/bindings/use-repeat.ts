'use client';

import { useState } from 'react';
import type { Settled } from '#components/bindings/review-request.ts';
import { queryClientHere } from '#components/shell/query-provider.tsx';
import { repeatBinding } from '#lib/bindings/actions.ts';
import { bindingsKey } from '#lib/bindings/cache.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { callAction } from '#lib/entry/call-action.ts';

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
