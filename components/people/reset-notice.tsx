'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/form/problem-text.ts';
import { LinkMadeBy } from '#components/people/link-made-by.tsx';
import { LinkUsed } from '#components/people/link-used.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { announce } from '#components/ui/live-region.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import { callAction } from '#lib/client/call-action.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { paths } from '#lib/paths.ts';
import { confirmResets } from '#lib/people/actions-account.ts';
import type { ResetView } from '#lib/people/view-reset.ts';

/** Stands above every page until the person says that they know of the resets of their own password. */
export function ResetNotice({ resets: initial }: { resets: readonly ResetView[] }) {
  const t = useTranslations('passwordReset');
  const problemText = useProblemText();
  const [resets, setResets] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (resets.length === 0) return null;

  const confirm = async () => {
    setBusy(true);
    const answer = await callAction(confirmResets, {});
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setResets(answer.value);
    announce(t('notice.done'), 'polite');
    // The button that had the focus is gone.
    document.querySelector<HTMLElement>('main')?.focus();
  };
  return (
    <section aria-label={t('notice.title')} className="mb-6">
      <Notice
        tone="warn"
        title={t('notice.title')}
        actions={
          <>
            <Button size="sm" busy={busy} onClick={confirm}>
              {t('notice.confirm')}
            </Button>
            <PageLink href={paths.account} className={buttonClass('plain', 'sm')}>
              {t('notice.account')}
            </PageLink>
            <span className="self-center text-xs text-ink-3">{t('notice.recorded')}</span>
            {problem === null ? null : (
              <p role="alert" className="w-full text-bad">
                {problemText(problem)}
              </p>
            )}
          </>
        }
      >
        <ul className="my-1 grid gap-2">
          {resets.map((reset) => (
            <li key={reset.id}>
              <LinkUsed reset={reset} />
              <LinkMadeBy by={reset.by} />
              {reset.confirmed ? <p className="text-xs text-ink-3">{t('notice.confirmed')}</p> : null}
            </li>
          ))}
        </ul>
        <p className="max-w-prose text-pretty">{t('notice.text')}</p>
      </Notice>
    </section>
  );
}
