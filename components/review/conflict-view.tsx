'use client';

import { useTranslations } from 'use-intl';
import { onlyHiddenDiffers } from '#components/binding/url-difference.ts';
import type { BindContent } from '#components/review/review-request.ts';
import { Notice } from '#components/ui/notice.tsx';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { NumberFacts } from '#lib/bindings/view.ts';

type ConflictViewProps = {
  opened: NumberFacts;
  theirs: NumberFacts;
  yours: BindContent;
  /** Of the hidden parts of `yours`; empty where it is whole. */
  marks: readonly string[];
};

/** Another person changed the number first: the URL before, theirs, and yours. Nothing was sent. */
export function ConflictView({ opened, theirs, yours, marks }: ConflictViewProps) {
  const t = useTranslations('bind.dialog');
  const words = useTranslations('ui.urlChange');
  const none = words('none');
  const change = theirs.pending ?? theirs.current;
  const by = theirs.pending?.by ?? theirs.current.setBy ?? '–';
  const at = theirs.pending?.at ?? theirs.current.setAt;
  /** Both read like yours, and are not: what differs is hidden. */
  const differsUnseen = (url: string | null, hidden: readonly string[]) =>
    onlyHiddenDiffers(url, yours.callbackUrl, { before: hidden, after: marks });
  const values = [
    {
      name: t('opened'),
      url: opened.current.url ?? (opened.current.setAt ? none : t('notKnown')),
      unseen: differsUnseen(opened.current.url, opened.current.hiddenMarks),
    },
    { name: t('theirs'), url: change.url ?? none, unseen: differsUnseen(change.url, change.hiddenMarks) },
    { name: t('yours'), url: yours.callbackUrl ?? none, unseen: false },
  ];
  return (
    <>
      <Notice
        tone="warn"
        role="alert"
        title={
          <Sentence>
            {t.rich('conflict', { name: by, time: () => (at ? <Time at={at} show="relative" /> : null) })}
          </Sentence>
        }
      >
        {t('conflictText')}
      </Notice>
      <dl className="divide-y divide-line overflow-hidden rounded-md border border-line text-sm">
        {values.map(({ name, url, unseen }) => (
          <div key={name} className="px-3 py-2">
            <dt className="text-xs text-ink-3">{name}</dt>
            <dd translate="no" className="font-mono break-all">
              {url}
            </dd>
            {unseen ? <dd className="text-xs font-medium text-warn">{words('hiddenFromYours')}</dd> : null}
          </div>
        ))}
      </dl>
    </>
  );
}
