'use client';

import { type ReactNode, Suspense, use, useState } from 'react';
import { forgetKey, keepKey, keptKey } from '#components/review/kept-key.ts';
import { loadReviewAndResult, loadReviewDialog } from '#components/review/lazy.ts';
import { RestoreContext, type RestoreTarget } from '#components/review/restore-context.ts';
import type { ReviewRequest, Settled } from '#components/review/review-request.ts';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { partProblem } from '#components/ui/lazy/part-problem.ts';
import { useLeaveWarning } from '#components/ui/use-leave-warning.ts';
import type { Problem } from '#lib/domain/problem.ts';

const ReviewDialog = lazyWithRetry(loadReviewDialog, 'over');

/**
 * Stands around whatever holds restore buttons and a RestoreResult: keeps what is asked and how it ended. The dialog is
 * the bind form's, and its code comes with the first click. Needs the messages `bind`, `provider` and `restore`. One
 * desk may stand inside another: a drawer has its own, since the page behind it can show nothing.
 */
export function RestoreProvider({ mayBind, children }: { mayBind: boolean; children: ReactNode }) {
  const [request, setRequest] = useState<ReviewRequest | null>(null);
  const [opening, setOpening] = useState<string | null>(null);
  const [end, setEnd] = useState<{ answer: Settled | null; problem: Problem | null }>(nothing);
  const outer = use(RestoreContext);
  const [made, setMade] = useState<string | null>(null);
  const note = (bindingId: string) => {
    setMade(bindingId);
    outer?.note(bindingId);
  };
  useLeaveWarning(request !== null);

  const ask = async (next: ReviewRequest, bindingId: string) => {
    if (opening !== null) return;
    setOpening(bindingId);
    try {
      await loadReviewAndResult();
      setRequest(next);
    } catch (error) {
      setEnd({ answer: null, problem: await partProblem(error) });
    }
    setOpening(null);
  };
  const start = (source: 'restore' | 'undo', { bindingId, number }: RestoreTarget) =>
    void ask({ source, bindingId, number, key: keptKey(bindingId) }, bindingId);

  const desk = {
    ...end,
    opening,
    restore: (target: RestoreTarget) => {
      setEnd(nothing);
      start('restore', target);
    },
    undo: ({ binding, undo }: Settled) => {
      if (undo?.bindingId) start('undo', { bindingId: undo.bindingId, number: binding.number });
    },
    made,
    note,
    show: (answer: Settled) => {
      note(answer.binding.id);
      setEnd({ answer, problem: null });
    },
    dismiss: () => setEnd(nothing),
  };
  return (
    <RestoreContext value={mayBind ? desk : null}>
      {children}
      {request ? (
        <Suspense>
          <ReviewDialog
            request={request}
            onClose={() => setRequest(null)}
            onSend={() => keepKey(restored(request), request.key)}
            onSettled={(answer) => {
              forgetKey(restored(request));
              setRequest(null);
              desk.show(answer);
            }}
          />
        </Suspense>
      ) : null}
    </RestoreContext>
  );
}

const restored = (request: ReviewRequest): string => (request.source === 'form' ? '' : request.bindingId);

const nothing = { answer: null, problem: null };
