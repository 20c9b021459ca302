'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { ConflictView } from '#components/bindings/conflict-view.tsx';
import { ReviewProblem } from '#components/bindings/review-problem.tsx';
import {
  knownUrl,
  type ReviewRequest,
  type ReviewState,
  type Settled,
} from '#components/bindings/review-request.ts';
import { ReviewSubject } from '#components/bindings/review-subject.tsx';
import { SendingCountdown } from '#components/bindings/sending-countdown.tsx';
import { useReview } from '#components/bindings/use-review.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';

type ReviewDialogProps = {
  request: ReviewRequest;
  onClose: () => void;
  onSend: () => void;
  onSettled: (answer: Settled) => void;
};

/** The one question before anything is sent: what it is now, what it will be, and who set it (F19-F23). */
export default function ReviewDialog({ request, onClose, onSend, onSettled }: ReviewDialogProps) {
  const t = useTranslations('bind.dialog');
  const shared = useTranslations('ui');
  const { state, load, confirm } = useReview(request, { onSend, onSettled });
  const keep = useRef<HTMLButtonElement>(null);
  const sending = state.step === 'sending';
  const asking = state.step === 'asking' || sending;
  const conflict = asking && state.opened !== null;

  // A new question (conflict, "already set") starts with the safe answer again.
  useEffect(() => {
    if (conflict) keep.current?.focus();
  }, [conflict]);

  const number = () => <NumberText number={request.content.number} className="font-mono" />;
  return (
    <Dialog
      title={t.rich(titleOf(request, state), { number })}
      onClose={onClose}
      locked={sending}
      actions={
        <>
          {/* The safe answer takes the first focus and stays where it is while the facts arrive. */}
          <Button
            ref={keep}
            data-initial-focus
            aria-disabled={sending || undefined}
            onClick={() => (sending ? undefined : onClose())}
          >
            {t('keep')}
          </Button>
          {asking ? (
            <Button look={state.unchanged ? 'plain' : 'primary'} busy={sending} onClick={confirm}>
              {t(confirmOf(state))}
            </Button>
          ) : null}
          {state.step === 'failed' ? (
            <Button look="primary" onClick={load}>
              {shared('retry')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="grid gap-4" aria-busy={state.step === 'loading' || undefined}>
        {body()}
      </div>
    </Dialog>
  );

  function body(): ReactNode {
    if (state.step === 'loading') return <Skeleton className="h-40 w-full" />;
    if (state.step === 'failed') return <ReviewProblem problem={state.problem} text={t('loadFailed')} />;
    return (
      <>
        {state.step === 'asking' && state.problem ? <ReviewProblem problem={state.problem} /> : null}
        {state.opened ? (
          <ConflictView opened={state.opened} theirs={state.facts} yours={request.content} />
        ) : null}
        <ReviewSubject
          request={request}
          facts={state.facts}
          conflict={conflict}
          unchanged={state.unchanged}
        />
        {sending ? <SendingCountdown /> : null}
      </>
    );
  }
}

function titleOf(request: ReviewRequest, state: ReviewState) {
  if (state.step === 'loading' || state.step === 'failed') return 'bindTitle';
  if (state.opened) return 'conflictTitle';
  if (state.unchanged) return 'unchangedTitle';
  if (request.source === 'undo') return 'undoTitle';
  return knownUrl(state.facts) === undefined ? 'bindTitle' : 'replaceTitle';
}

function confirmOf(state: Extract<ReviewState, { facts: unknown }>) {
  if (state.unchanged) return 'sendAnyway';
  return knownUrl(state.facts) === undefined ? 'bind' : 'replace';
}
