'use client';

import { useTranslations } from 'use-intl';
import type { BindContent } from '#components/bindings/bind-values.ts';
import { Notice } from '#components/ui/notice.tsx';
import { Time } from '#components/ui/time.tsx';
import type { NumberFacts } from '#lib/bindings/view.ts';

type ConflictViewProps = { opened: NumberFacts; theirs: NumberFacts; yours: BindContent };

/** Somebody was faster (feature 14): what was there, what they made of it, and what you want; nothing was sent. */
export function ConflictView({ opened, theirs, yours }: ConflictViewProps) {
  const t = useTranslations('bind.dialog');
  const none = useTranslations('ui.urlChange')('none');
  const change = theirs.pending ?? theirs.current;
  const by = theirs.pending?.by ?? theirs.current.setBy ?? '–';
  const at = theirs.pending?.at ?? theirs.current.setAt;
  const values = [
    { name: t('opened'), url: opened.current.url ?? (opened.current.setAt ? none : t('notKnown')) },
    { name: t('theirs'), url: change.url ?? none },
    { name: t('yours'), url: yours.callbackUrl ?? none },
  ];
  return (
    <>
      <Notice
        tone="warn"
        role="alert"
        title={t.rich('conflict', { name: by, time: () => (at ? <Time at={at} show="relative" /> : null) })}
      >
        {t('conflictText')}
      </Notice>
      <dl className="divide-y divide-line overflow-hidden rounded-md border border-line text-sm">
        {values.map(({ name, url }) => (
          <div key={name} className="px-3 py-2">
            <dt className="text-xs text-ink-3">{name}</dt>
            <dd translate="no" className="font-mono break-all">
              {url}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
