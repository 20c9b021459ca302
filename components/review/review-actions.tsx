'use client';

import type { Ref } from 'react';
import { useTranslations } from 'use-intl';
import { knownUrl, type ReviewRequest, type ReviewState } from '#components/review/review-request.ts';
import { alreadySetId } from '#components/review/review-subject.tsx';
import { Button } from '#components/ui/button.tsx';

type ReviewActionsProps = {
  request: ReviewRequest;
  state: ReviewState;
  keep: Ref<HTMLButtonElement>;
  onClose: () => void;
  onLoad: () => void;
  onConfirm: () => void;
};

/** The answers to the question. The safe one takes the first focus and stays where it is while the facts arrive. */
export function ReviewActions({ request, state, keep, onClose, onLoad, onConfirm }: ReviewActionsProps) {
  const t = useTranslations('bind.dialog');
  const shared = useTranslations('ui');
  const sending = state.step === 'sending';
  return (
    <>
      <Button
        ref={keep}
        data-initial-focus
        aria-disabled={sending || undefined}
        onClick={() => (sending ? undefined : onClose())}
      >
        {t('keep')}
      </Button>
      {state.step === 'asking' || sending ? <ConfirmButton {...{ request, state, onConfirm }} /> : null}
      {state.step === 'failed' ? (
        <Button look="primary" onClick={onLoad}>
          {shared('retry')}
        </Button>
      ) : null}
    </>
  );
}

type ConfirmButtonProps = {
  request: ReviewRequest;
  state: Extract<ReviewState, { facts: unknown }>;
  onConfirm: () => void;
};

/** Nothing to put back: the button stays, and says why it does nothing. The form alone sends the same again. */
function ConfirmButton({ request, state, onConfirm }: ConfirmButtonProps) {
  const t = useTranslations('bind.dialog');
  const isFirst = knownUrl(state.facts) === undefined;
  const text = t(request.source === 'undo' ? 'putBack' : isFirst ? 'bind' : 'replace');
  if (state.unchanged && request.source !== 'form')
    return (
      <Button aria-disabled aria-describedby={alreadySetId}>
        {text}
      </Button>
    );
  return (
    <Button
      look={state.unchanged ? 'plain' : 'primary'}
      busy={state.step === 'sending'}
      onClick={() => onConfirm()}
    >
      {state.unchanged ? t('sendAnyway') : text}
    </Button>
  );
}
