'use client';

import { useProblemText, useSendProblemText } from '#components/form/problem-text.ts';
import type { Problem } from '#lib/domain/problem.ts';

/** What went wrong with a button's work, beside the button. `sends`: the button sends a change to the provider. */
export function ProblemLine({ problem, sends = false }: { problem: Problem | null; sends?: boolean }) {
  const plain = useProblemText();
  const ofSend = useSendProblemText();
  const problemText = sends ? ofSend : plain;
  if (!problem) return null;
  return (
    <p role="alert" className="text-sm text-bad">
      {problemText(problem)}
    </p>
  );
}
