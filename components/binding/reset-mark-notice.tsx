'use client';
import { useTranslations } from 'use-intl';
import { Notice } from '#components/ui/notice.tsx';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { BindingView } from '#lib/bindings/view.ts';
import { actorKindOf } from '#lib/domain/recorded-event.ts';

type ResetMarkNoticeProps = Pick<BindingView, 'afterReset'> & {
  actor: Pick<BindingView['actor'], 'name'>;
  className?: string;
};

/** On the page of a binding or a batch: whose password, when, and by whose link. */
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
