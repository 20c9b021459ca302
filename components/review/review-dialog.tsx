'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/form/problem-text.ts';
import { ConflictView } from '#components/review/conflict-view.tsx';
import { ReviewActions } from '#components/review/review-actions.tsx';
import { ReviewProblem } from '#components/review/review-problem.tsx';
import type { ReviewRequest, Settled } from '#components/review/review-request.ts';
import { ReviewSubject } from '#components/review/review-subject.tsx';
import { titleOf } from '#components/review/review-title.ts';
import { SendingCountdown } from '#components/review/sending-countdown.tsx';
import { useReview } from '#components/review/use-review.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import { Sentence } from '#components/ui/sentence.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { TextField } from '#components/ui/text-field.tsx';

type ReviewDialogProps = {
  request: ReviewRequest;
  onClose: () => void;
  onSend?: () => void;
  onSettled: (answer: Settled) => void;
};

/**
 * The one question before anything is sent: what it is now, what it will be, and who set it. The same for the
 * form, for an undo and for a restore, which also asks for a reason here.
 */
export default function ReviewDialog({ request, onClose, onSend, onSettled }: ReviewDialogProps) {
  const t = useTranslations('bind.dialog');
  const field = useTranslations('bind.field');
  const restore = useTranslations('restore');
  const problemText = useProblemText();
  const { state, unclear, load, confirm } = useReview(request, { onSend: onSend ?? (() => {}), onSettled });
  const [reason, setReason] = useState('');
  const keep = useRef<HTMLButtonElement>(null);
  const sending = state.step === 'sending';
  const asking = state.step === 'asking' || sending;
  const conflict = asking && state.opened !== null;

  // A new question (conflict, "already set") starts with the safe answer again.
  useEffect(() => {
    if (conflict) keep.current?.focus();
  }, [conflict]);

  const number = () => <NumberText number={request.number} className="font-mono" />;
  const key = titleOf(request, state);
  return (
    <Dialog
      title={
        key === 'restoreTitle' ? (
          <Sentence>{restore.rich('title', { number })}</Sentence>
        ) : (
          <Sentence>{t.rich(key, { number })}</Sentence>
        )
      }
      onClose={onClose}
      locked={sending}
      actions={
        <ReviewActions
          request={request}
          state={state}
          keep={keep}
          onClose={onClose}
          onLoad={load}
          onConfirm={() => confirm(reason)}
        />
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
    if (state.step === 'refused')
      return (
        <Notice tone="warn" role="alert" title={restore('refused')}>
          {problemText(state.problem)}
        </Notice>
      );
    return (
      <>
        {state.step === 'asking' && state.problem ? (
          <ReviewProblem problem={state.problem} unclear={unclear} />
        ) : null}
        {state.opened ? (
          <ConflictView
            opened={state.opened}
            theirs={state.facts}
            yours={state.content}
            marks={state.restored?.hiddenMarks.new ?? []}
          />
        ) : null}
        <ReviewSubject request={request} question={state} />
        {request.source === 'form' || state.unchanged ? null : (
          <TextField
            label={field('reason')}
            hint={field('reasonHint')}
            optional
            value={reason}
            readOnly={sending}
            onChange={(event) => setReason(event.target.value)}
            autoComplete="off"
          />
        )}
        {sending ? <SendingCountdown /> : null}
      </>
    );
  }
}
