'use client';

import { KeyRound } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Notice } from '#components/ui/notice.tsx';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { BindingView } from '#lib/bindings/view.ts';
import { actorKindOf } from '#lib/domain/recorded-event.ts';

/** In a row: its actor's password had been reset by a link less than a day before. The page of the row says more. */
export function ResetMark() {
  const t = useTranslations('history.afterReset');
  return (
    <p title={t('mark')} className="flex max-w-full min-w-0 items-center gap-1 text-xs text-warn">
      <KeyRound aria-hidden className="size-3.5 shrink-0" />
      <span className="sr-only">{t('mark')}</span>
      <span aria-hidden className="truncate">
        {t('shortMark')}
      </span>
    </p>
  );
}

/** On the page of a binding or a batch: whose password, when, and by whose link. */
type ResetMarkNoticeProps = Pick<BindingView, 'afterReset'> & {
  actor: Pick<BindingView['actor'], 'name'>;
  className?: string;
};

export function ResetMarkNotice({ actor, afterReset, className }: ResetMarkNoticeProps) {
  const t = useTranslations('history.afterReset');
  if (afterReset === null) return null;
  const { at, by } = afterReset;
  return (
    <Notice tone="warn" title={t('mark')} {...(className === undefined ? {} : { className })}>
      <p>
        <Sentence>{t.rich('text', { name: actor.name, time: () => <Time at={at} /> })}</Sentence>
      </p>
      {by === null ? null : (
        <p>{actorKindOf(by.id) === 'person' ? t('maker', { maker: by.name }) : t('command')}</p>
      )}
    </Notice>
  );
}
