'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useSendProblemText } from '#components/form/problem-text.ts';
import { ResultFacts } from '#components/review/result-facts.tsx';
import { type ResultKind, resultKind, resultLooks } from '#components/review/result-kind.ts';
import type { Settled } from '#components/review/review-request.ts';
import { useRepeat } from '#components/review/use-repeat.ts';
import { useSupportText } from '#components/review/use-support-text.ts';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { BindingView } from '#lib/bindings/view.ts';
import { paths } from '#lib/paths.ts';

type ResultPanelProps = {
  answer: Settled;
  /** A repeated binding ended in another way. */
  onAnswer: (answer: Settled) => void;
  onUndo: (answer: Settled) => void;
  /** Left out where there is no form to bind another one in. */
  onAnother?: () => void;
  onDismiss: () => void;
};

/** How it ended, in the page and until dismissed. Its heading takes the focus. */
export default function ResultPanel(props: ResultPanelProps) {
  const { answer, onAnswer, onUndo, onAnother, onDismiss } = props;
  const { repeating, repeatProblem, repeat } = useRepeat(onAnswer);
  const t = useTranslations('bind.result');
  const problemText = useSendProblemText();
  const support = useSupportText();
  const heading = useRef<HTMLHeadingElement>(null);
  const { binding, undo } = answer;
  const kind = resultKind(binding.state);
  const { icon: Icon, mark, edge } = resultLooks[kind];
  const sentence = sentenceOf(kind, binding);
  const title = kind === 'bound' && binding.source === 'undo' ? 'undone' : kind;
  const noUndo = kind === 'bound' && !undo ? reasonOfNoUndo(binding) : null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a repeated binding is the same one with a new end
  useEffect(() => {
    heading.current?.focus();
    announce(`${t(title)}. ${t(sentence)}`, kind === 'bound' ? 'polite' : 'assertive');
  }, [binding.id, binding.attemptCount, binding.state]);

  return (
    <section
      aria-label={t('region')}
      className={`animate-enter rounded-lg border border-s-4 bg-surface shadow-card ${edge}`}
    >
      <div className="flex items-start gap-3 px-4 pt-3.5">
        <Icon aria-hidden className={`mt-0.5 size-5.5 shrink-0 ${mark}`} />
        <div className="min-w-0 flex-1">
          <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold">
            {t(title)}
          </h2>
          <p className="text-ink-2">{t(sentence)}</p>
          {noUndo ? <p className="text-sm text-ink-2">{t(`noUndo.${noUndo}`)}</p> : null}
        </div>
        <Button look="quiet" size="icon" aria-label={t('dismiss')} title={t('dismiss')} onClick={onDismiss}>
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      <ResultFacts binding={binding} clockSkewMs={answer.clockSkewMs} />
      {repeatProblem ? (
        <Notice tone="bad" role="alert" className="mx-4 mb-3">
          {problemText(repeatProblem)}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2 border-t border-line px-4 py-3">
        {kind === 'unknown' ? (
          <Button
            look="primary"
            size="sm"
            busy={repeating}
            title={t('sendAgainHint')}
            onClick={() => repeat(answer)}
          >
            {t('sendAgain')}
          </Button>
        ) : null}
        <Link href={paths.binding(binding.id)} className={buttonClass('plain', 'sm')}>
          {t('view')}
        </Link>
        {kind === 'bound' && onAnother ? (
          <Button size="sm" onClick={onAnother}>
            {t('another')}
          </Button>
        ) : null}
        {kind === 'bound' && undo && undo.url !== null ? (
          <Button size="sm" onClick={() => onUndo(answer)}>
            {t('undo')}
          </Button>
        ) : null}
        <CopyButton value={support(binding)} label={t('copySupport')} labelled />
      </div>
    </section>
  );
}

function sentenceOf(kind: ResultKind, binding: BindingView) {
  if (kind === 'bound' && binding.callbackUrl === null) return 'boundNoUrl';
  if (kind === 'bound' && binding.source === 'undo') return 'undoneText';
  return `${kind}Text` as const;
}

/** Why there is nothing that an undo could put back. */
function reasonOfNoUndo({ previous, callbackUrl, hiddenPartsDiffer }: BindingView) {
  if (previous.url === null) return previous.certainty === 'exact' ? 'withoutUrl' : 'first';
  return previous.url === callbackUrl && !hiddenPartsDiffer ? 'same' : null;
}
