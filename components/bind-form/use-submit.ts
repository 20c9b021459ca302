'use client';

import type { SyntheticEvent } from 'react';
import { asError } from '#components/bind-form/bind-resolver.ts';
import type { BindForm } from '#components/bind-form/use-bind-form.ts';
import { loadReviewAndResult } from '#components/review/lazy.ts';
import type { BindContent } from '#components/review/review-request.ts';
import { partProblem } from '#components/ui/lazy/part-problem.ts';

/** Checks the form on submit and opens the review. */
export function useSubmit(form: BindForm, onReview: (content: BindContent) => void) {
  const review = form.handleSubmit(async (content) => {
    await loadReviewAndResult();
    // A form that passed is as good as new: what is typed next is not judged before the next submit.
    form.reset(undefined, { keepValues: true, keepDefaultValues: true });
    onReview(content);
  });

  return async (event: SyntheticEvent) => {
    event.preventDefault();
    if (form.busy) return;
    try {
      await review();
    } catch (error) {
      form.setError('root', asError(await partProblem(error)));
    }
  };
}
