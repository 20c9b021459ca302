'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useReason } from '#components/binding/use-reason.ts';
import { CompareUrl, type Side } from '#components/timeline/compare-url.tsx';
import { linkClass } from '#components/ui/link-class.ts';
import { OutcomeBadge } from '#components/ui/outcome-badge.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { BindingView } from '#lib/bindings/view.ts';
import { paths } from '#lib/paths.ts';

export type CompareField = {
  name: string;
  draw: (binding: BindingView, beside: { other: BindingView; side: Side }) => ReactNode;
  /** What is compared; left out where a difference means nothing. */
  compared?: (binding: BindingView) => string | null;
};

/** What two changes are compared by, in the order it matters. */
export function useCompareFields(): CompareField[] {
  const t = useTranslations('number');
  const history = useTranslations('history');
  const reasonOf = useReason();
  return [
    { name: t('compare.time'), draw: ({ createdAt }) => <Time at={createdAt} /> },
    {
      name: t('compare.url'),
      draw: ({ callbackUrl, hiddenMarks }, { other, side }) => {
        const [own, others] = [hiddenMarks.new, other.hiddenMarks.new];
        const marks = side === 'earlier' ? { before: own, after: others } : { before: others, after: own };
        return <CompareUrl url={callbackUrl} other={other.callbackUrl} side={side} marks={marks} />;
      },
      // Two URLs that read alike may differ in what they hide.
      compared: ({ callbackUrl, hiddenMarks }) => callbackUrl && [callbackUrl, ...hiddenMarks.new].join(' '),
    },
    {
      name: t('compare.outcome'),
      draw: (binding) => (
        <>
          <OutcomeBadge state={binding.state} />
          <span className="mt-1 block text-xs text-ink-2 empty:hidden">{reasonOf(binding)}</span>
        </>
      ),
      compared: ({ state }) => state,
    },
    {
      name: t('compare.type'),
      draw: ({ numberType }) => history(`type.${numberType ?? 'none'}`),
      compared: ({ numberType }) => numberType,
    },
    {
      name: t('compare.actor'),
      draw: ({ actor }) => <span title={actor.email}>{actor.name}</span>,
      compared: ({ actor }) => actor.id,
    },
    {
      name: t('compare.source'),
      draw: ({ source }) => history(`source.${source}`),
      compared: ({ source }) => source,
    },
    {
      name: t('compare.reason'),
      draw: ({ reason }) => <span className="whitespace-pre-wrap">{reason ?? t('compare.noReason')}</span>,
      compared: ({ reason }) => reason,
    },
    {
      name: t('compare.entry'),
      draw: ({ id }) => (
        <PageLink href={paths.binding(id)} className={linkClass}>
          {t('open')}
        </PageLink>
      ),
    },
  ];
}
