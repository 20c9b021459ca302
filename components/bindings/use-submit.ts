'use client';

import type { SyntheticEvent } from 'react';
import { asError } from '#components/bindings/bind-resolver.ts';
import type { BindContent } from '#components/bindings/bind-values.ts';
import { loadReviewDialog } from '#components/bindings/review-loader.ts';
import type { BindForm } from '#components/bindings/use-bind-form.ts';
import { problem } from '#lib/domain/problem.ts';

/** Checks the form on submit and opens the review. */
export function useSubmit(form: BindForm, onReview: (content: BindContent) => void) {
  const review = form.handleSubmit(async (content) => {
    await loadReviewDialog();
    // A form that passed is as good as new: what is typed next is not judged before the next submit (F1).
    form.reset(undefined, { keepValues: true, keepDefaultValues: true });
    onReview(content);
  });

  return async (event: SyntheticEvent) => {
    event.preventDefault();
    if (form.busy) return;
    try {
      await review();
    } catch {
      // A part of this page that is fetched on demand is gone: the console was updated, or the network is down.
      form.setError('root', asError(problem(navigator.onLine ? 'stale' : 'offline')));
    }
  };
}
