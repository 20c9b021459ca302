'use client';

import { useProblemText } from '#components/form/problem-text.ts';
import type { Problem } from '#lib/domain/problem.ts';

/** What went wrong with a button's work, beside the button. */
export function ProblemLine({ problem }: { problem: Problem | null }) {
  const problemText = useProblemText();
  if (!problem) return null;
  return (
    <p role="alert" className="text-sm text-bad">
      {problemText(problem)}
    </p>
  );
}
