'use client';

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

/** What went wrong before an outcome was known, and the way on. The draft survives signing in and reloading (F6). */
export function ReviewProblem({ problem, text }: { problem: Problem; text?: string }) {
  const t = useTranslations('bind.dialog');
  const sentence = useProblemText();
  return (
    <Notice
      tone="bad"
      role="alert"
      title={t('notSent')}
      actions={
        problem.code === 'signed_out' ? (
          <a href={paths.signIn(here())} className={buttonClass('plain', 'sm')}>
            {t('signIn')}
          </a>
        ) : problem.code === 'stale' ? (
          <Button size="sm" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        ) : null
      }
    >
      {text ? <p>{text}</p> : null}
      <p>{sentence(problem)}</p>
    </Notice>
  );
}
