'use client';
'use no memo';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/form/problem-text.ts';
import { Button } from '#components/ui/button.tsx';
import { quietLinkClass } from '#components/ui/link-class.ts';
import { announce } from '#components/ui/live-region.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';
import { callAction } from '#lib/client/call-action.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { numbersHref } from '#lib/numbers/search-changes.ts';
import { overview } from '#lib/overview/cache.ts';
import { paths } from '#lib/paths.ts';
import { acknowledgeSetback } from '#lib/safe-mode/actions.ts';
import type { SetbackView } from '#lib/safe-mode/view.ts';

type SetbackCardProps = { setback: SetbackView; mayAcknowledge: boolean };

/** The database is a copy put back, or nobody was here for long: what may differ, what waits, and how the notice goes. */
export function SetbackCard({ setback, mayAcknowledge }: SetbackCardProps) {
  const t = useTranslations('overview.setback');
  const { kind, since, numbers, batches } = setback;
  return (
    <Notice
      tone="warn"
      title={
        <Sentence>{t.rich(`${kind}.title`, { count: numbers, time: () => <Time at={since} /> })}</Sentence>
      }
      actions={mayAcknowledge ? <Acknowledge setback={setback} /> : null}
    >
      <p className="max-w-prose">
        <span>{t(`${kind}.text`)}</span> <span>{t('held', { count: batches })}</span>
      </p>
      <p className="flex flex-wrap gap-x-4">
        <PageLink href={numbersHref({ label: ['set', 'unknown'] })} className={quietLinkClass}>
          {t('numbers')}
        </PageLink>
        {batches === 0 ? null : (
          <PageLink href={paths.batches} className={quietLinkClass}>
            {t('batches')}
          </PageLink>
        )}
      </p>
      {mayAcknowledge ? null : <p>{t('support')}</p>}
    </Notice>
  );
}

function Acknowledge({ setback: { noticedAt } }: Pick<SetbackCardProps, 'setback'>) {
  const t = useTranslations('overview.setback');
  const problemText = useProblemText();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const acknowledge = async () => {
    setBusy(true);
    const answer = await callAction(acknowledgeSetback, { noticedAt });
    if (answer.ok) {
      await client.invalidateQueries({ queryKey: overview().queryKey });
      announce(t('gone'), 'polite');
      // The button that had the focus is gone.
      document.querySelector<HTMLElement>('main h1')?.focus();
    }
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
  };
  return (
    <>
      <Button size="sm" busy={busy} onClick={acknowledge}>
        {t('acknowledge')}
      </Button>
      <span className="self-center text-xs text-ink-3">{t('recorded')}</span>
      {problem === null ? null : (
        <p role="alert" className="w-full text-bad">
          {problemText(problem)}
        </p>
      )}
    </>
  );
}
