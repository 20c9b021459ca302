'use client';

import { lazy, type ReactNode, Suspense, use, useState } from 'react';
import { makeKey } from '#components/bindings/make-key.ts';
import { loadReviewDialog } from '#components/bindings/review-loader.ts';
import type { ReviewRequest, Settled } from '#components/bindings/review-request.ts';
import { useLeaveWarning } from '#components/bindings/use-leave-warning.ts';
import { RestoreContext, type RestoreTarget } from '#components/restore/restore-context.ts';
import { loadResultPanel } from '#components/restore/result-loader.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';

const ReviewDialog = lazy(loadReviewDialog);

/**
 * Stands around whatever holds restore buttons and a RestoreResult: keeps what is asked and how it ended. The dialog is
 * the bind form's, and its code comes with the first click. Needs the messages `bind`, `provider` and `restore`. One
 * desk may stand inside another: a drawer has its own, since the page behind it can show nothing.
 */
export function RestoreDesk({ mayBind, children }: { mayBind: boolean; children: ReactNode }) {
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
      await Promise.all([loadReviewDialog(), loadResultPanel()]);
      setRequest(next);
    } catch {
      // A part that is fetched on demand is gone: the console was updated, or the network is down.
      setEnd({ answer: null, problem: problem(navigator.onLine ? 'stale' : 'offline') });
    }
    setOpening(null);
  };
  const start = (source: 'restore' | 'undo', { bindingId, number }: RestoreTarget) =>
    void ask({ source, bindingId, number, key: makeKey() }, bindingId);

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
            onSettled={(answer) => {
              setRequest(null);
              desk.show(answer);
            }}
          />
        </Suspense>
      ) : null}
    </RestoreContext>
  );
}

const nothing = { answer: null, problem: null };
