import { knownUrl, type ReviewRequest, type ReviewState } from '#components/review/review-request.ts';

/** Which question the dialog asks, as keys of `bind.dialog`. */
export function titleOf(request: ReviewRequest, state: ReviewState) {
  const asks = state.step === 'asking' || state.step === 'sending';
  if (asks && state.opened) return 'conflictTitle';
  if (request.source !== 'form') return `${request.source}Title` as const;
  if (!asks) return 'bindTitle';
  if (state.unchanged) return 'unchangedTitle';
  return knownUrl(state.facts) === undefined ? 'bindTitle' : 'replaceTitle';
}
