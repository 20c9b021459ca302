'use client';

import { type SyntheticEvent, useState } from 'react';
import type { CheckOptions } from '#components/bindings/bind-check.ts';
import type { BindContent, BindValues } from '#components/bindings/bind-values.ts';
import { loadReviewDialog } from '#components/bindings/review-loader.ts';
import { loadReaders, type Readers } from '#components/bindings/use-readers.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';

type SubmitOptions = CheckOptions & { readers: Readers | null; onReview: (content: BindContent) => void };

/**
 * Checks the form on submit and opens the review. After a failed try every change is checked anew, so that an error
 * leaves the moment it is mended; before the first try nothing is judged (F1).
 */
export function useSubmit(values: BindValues, { readers, onReview, ...options }: SubmitOptions) {
  const [judging, setJudging] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [loadProblem, setLoadProblem] = useState<Problem | null>(null);

  const checked = judging && readers ? readers.checkBindValues(values, options) : null;
  const problems = checked && !checked.ok ? checked.problem : [];

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setLoadProblem(null);
    try {
      const [{ checkBindValues }] = await Promise.all([loadReaders(), loadReviewDialog()]);
      const result = checkBindValues(values, options);
      setJudging(!result.ok);
      if (result.ok) onReview(result.value);
      else setAttempt((count) => count + 1);
    } catch {
      // A part of this page that is fetched on demand is gone: the console was updated, or the network is down.
      setLoadProblem(problem(navigator.onLine ? 'stale' : 'offline'));
    }
    setBusy(false);
  };
  return { submit, busy, attempt, problems, loadProblem };
}
