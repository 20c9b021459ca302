'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/form/problem-text.ts';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Notice } from '#components/ui/notice.tsx';
import type { Problem } from '#lib/domain/problem.ts';
import { paths } from '#lib/paths.ts';

/** Signing in comes back to the page that asked. */
const here = (): string =>
  typeof location === 'undefined' ? paths.bind : `${location.pathname}${location.search}`;

type ReviewProblemProps = {
  problem: Problem;
  text?: string;
  /** The change may have been sent. */
  unclear?: boolean;
};

/** What went wrong before an outcome was known, and the way on. The draft survives signing in and reloading. */
export function ReviewProblem({ problem, text, unclear = false }: ReviewProblemProps) {
  const t = useTranslations('bind.dialog');
  const sentence = useProblemText();
  return (
    <Notice
      tone="bad"
      role="alert"
      title={t(unclear ? 'unclear' : 'notSent')}
      actions={
        problem.code === 'signed_out' ? (
          <a href={paths.signIn(here())} className={buttonClass('plain', 'sm')}>
            {t('signIn')}
          </a>
        ) : problem.code === 'stale' ? (
          <Button size="sm" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        ) : unclear ? (
          <a href={paths.history} className={buttonClass('plain', 'sm')}>
            {t('history')}
          </a>
        ) : null
      }
    >
      {text ? <p>{text}</p> : null}
      <p>{sentence(problem)}</p>
      {unclear ? <p>{t('unclearText')}</p> : null}
    </Notice>
  );
}
