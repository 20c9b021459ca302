'use client';
'use no memo';

import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { OverviewCard } from '#components/overview/overview-card.tsx';
import { UnknownRow } from '#components/overview/unknown-row.tsx';
import { Card } from '#components/ui/card.tsx';
import { quietLinkClass } from '#components/ui/link-class.ts';
import { PageLink } from '#components/ui/page-link.tsx';
import { historyHref } from '#lib/history/href.ts';
import type { OverviewView } from '#lib/overview/view.ts';
import { paths } from '#lib/paths.ts';

type UnknownCardProps = {
  unknown: OverviewView['unknown'];
  mayBind: boolean;
  /** Nothing else is open either. */
  settled: boolean;
};

/** Numbers of which nobody knows where they lead, the one that has waited longest first, and what settles it. */
export function UnknownCard({ unknown, mayBind, settled }: UnknownCardProps) {
  const t = useTranslations('overview.unknown');
  const { rows, repeatable, count, exact } = unknown;
  if (rows.length === 0)
    return settled ? (
      <Card className="flex items-center gap-2.5 px-5 py-3 text-ink-2">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
        <p>{t('none')}</p>
      </Card>
    ) : null;
  return (
    <OverviewCard
      className="border-warn/40! overflow-x-clip"
      icon={<TriangleAlert aria-hidden className="size-4 shrink-0 text-warn" />}
      title={exact ? t('title', { count }) : t('titleAtLeast', { count })}
      aside={
        <PageLink href={historyHref({ outcome: ['unknown'] })} className={quietLinkClass}>
          {t('all')}
        </PageLink>
      }
    >
      <p className="max-w-prose px-5 pt-1 text-sm text-ink-2 text-pretty">
        <span>{t(mayBind ? 'admin' : 'support')}</span>{' '}
        {mayBind ? (
          <PageLink href={paths.bind} className={`${quietLinkClass} underline`}>
            {t('bind')}
          </PageLink>
        ) : null}
      </p>
      <ul className="mt-3 divide-y divide-line border-t border-line">
        {rows.map((binding) => (
          <UnknownRow
            key={binding.id}
            binding={binding}
            mayBind={mayBind}
            mayRepeat={mayBind && repeatable.includes(binding.id)}
          />
        ))}
      </ul>
    </OverviewCard>
  );
}
