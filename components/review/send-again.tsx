'use client';

import { RotateCw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ProblemLine } from '#components/form/problem-line.tsx';
import type { Settled } from '#components/review/review-request.ts';
import { useRepeat } from '#components/review/use-repeat.ts';
import { Button } from '#components/ui/button.tsx';
import type { BindingView } from '#lib/bindings/view.ts';

type SendAgainProps = { binding: BindingView; onSettled: (answer: Settled) => void };

/** Sends a change of unknown outcome once more, as it was. */
export function SendAgain({ binding, onSettled }: SendAgainProps) {
  const t = useTranslations('history.decide');
  const { repeating, repeatProblem, repeat } = useRepeat(onSettled);
  const { number } = binding;
  return (
    <>
      <Button
        size="sm"
        busy={repeating}
        aria-label={t('sendAgainOf', { number })}
        title={t('sendAgainHint')}
        onClick={() => void repeat({ binding })}
      >
        <RotateCw aria-hidden className="size-3.5" />
        <span>{t('sendAgain')}</span>
      </Button>
      <ProblemLine problem={repeatProblem} sends />
    </>
  );
}
