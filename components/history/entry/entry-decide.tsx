'use client';

import { use } from 'react';
import { useTranslations } from 'use-intl';
import { RestoreContext } from '#components/review/restore-context.ts';
import { SendAgain } from '#components/review/send-again.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { PageLink } from '#components/ui/page-link.tsx';
import type { BindingDetailView } from '#lib/bindings/view.ts';
import { paths } from '#lib/paths.ts';

/** What settles a change that the machine leaves to a person: the same once more, or another one. Nothing for whoever may not bind. */
export function EntryDecide({ binding }: { binding: BindingDetailView }) {
  const t = useTranslations('history.decide');
  const desk = use(RestoreContext);
  const { appId, number, state, mayRepeat, unsettled } = binding;
  if (desk === null || (state !== 'unknown' && unsettled?.step !== 'leave')) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {mayRepeat ? <SendAgain binding={binding} onSettled={desk.show} /> : null}
      <PageLink href={paths.bindNumber(appId, number)} className={buttonClass('plain', 'sm')}>
        {t('bind')}
      </PageLink>
    </div>
  );
}
