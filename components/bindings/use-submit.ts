'use client';

import { type SyntheticEvent, useState } from 'react';
import type { BindContent } from '#components/bindings/bind-values.ts';
import { loadReviewDialog } from '#components/bindings/review-loader.ts';
import type { BindForm } from '#components/bindings/use-bind-form.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';

/** Checks the form and opens the review; counts failed tries, so that the summary takes the focus each time. */
export function useSubmit(form: BindForm, onReview: (content: BindContent) => void) {
  const [attempt, setAttempt] = useState(0);
  const [loadProblem, setLoadProblem] = useState<Problem | null>(null);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setLoadProblem(null);
    try {
      await loadReviewDialog();
      await form.handleSubmit(onReview, () => setAttempt((count) => count + 1))();
    } catch {
      // A part of this page that is fetched on demand is gone: the console was updated, or the network is down.
      setLoadProblem(problem(navigator.onLine ? 'stale' : 'offline'));
    }
  };
  return { submit, attempt, loadProblem };
}
