'use client';

import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { historyHref } from '#components/history/history-href.ts';
import { OverviewCard, quietLink } from '#components/overview/overview-card.tsx';
import { PageLink } from '#components/shell/page-link.tsx';
import { Card } from '#components/ui/card.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import { Time } from '#components/ui/time.tsx';
import { UrlText } from '#components/ui/url-text.tsx';
import type { BindingView } from '#lib/bindings/view.ts';
import type { OverviewView } from '#lib/overview/view.ts';
import { paths } from '#lib/paths.ts';

type UnknownCardProps = { unknown: OverviewView['unknown']; mayBind: boolean };

/** Numbers of which nobody knows where they lead, the one that has waited longest first, and what settles it. */
export function UnknownCard({ unknown: { rows, count, exact }, mayBind }: UnknownCardProps) {
  const t = useTranslations('overview.unknown');
  if (rows.length === 0)
    return (
      <Card className="flex items-center gap-2.5 px-5 py-3 text-ink-2">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
        <p>{t('none')}</p>
      </Card>
    );
  return (
    <OverviewCard
      className="border-warn/40! overflow-x-clip"
      title={
        <span className="flex items-baseline gap-2">
          <TriangleAlert aria-hidden className="size-4 shrink-0 self-center text-warn" />
          {exact ? t('title', { count }) : t('titleAtLeast', { count })}
        </span>
      }
      aside={
        <PageLink href={historyHref({ outcome: ['unknown'] })} className={quietLink}>
          {t('all')}
        </PageLink>
      }
    >
      <p className="max-w-prose px-5 pt-1 text-sm text-ink-2 text-pretty">
        {t(mayBind ? 'admin' : 'support')}{' '}
        {mayBind ? (
          <PageLink href={paths.bind} className={`${quietLink} underline`}>
            {t('bind')}
          </PageLink>
        ) : null}
      </p>
      <ul className="mt-3 divide-y divide-line border-t border-line">
        {rows.map((binding) => (
          <UnknownRow key={binding.id} binding={binding} />
        ))}
      </ul>
    </OverviewCard>
  );
}

function UnknownRow({ binding }: { binding: BindingView }) {
  const t = useTranslations('overview.unknown');
  const { id, number, appName, callbackUrl, createdAt, actor } = binding;
  return (
    <li className="grid gap-x-4 gap-y-0.5 px-5 py-2 sm:grid-cols-[10.5rem_minmax(0,1fr)_minmax(0,14rem)] sm:items-baseline">
      <PageLink
        href={paths.binding(id)}
        aria-label={t('open', { number })}
        className="justify-self-start rounded-sm underline-offset-3 hover:underline pointer-coarse:py-2"
      >
        <NumberText number={number} />
      </PageLink>
      <span className="min-w-0">
        {callbackUrl === null ? null : <UrlText url={callbackUrl} copy={false} />}
      </span>
      <span className="truncate text-sm text-ink-2 sm:text-end">
        <Time at={createdAt} show="relative" /> · {t('by', { name: actor.name })} · {appName}
      </span>
    </li>
  );
}
