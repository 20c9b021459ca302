'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/data-table/load-error.tsx';
import { useLatest } from '#components/data-table/use-latest.ts';
import { FindLink } from '#components/numbers/find-link.tsx';
import { HostUrlList } from '#components/numbers/host-url-list.tsx';
import type { AppName } from '#components/numbers/use-filter-texts.ts';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { numberHosts } from '#lib/numbers/cache.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import type { HostsPage } from '#lib/numbers/view.ts';

const EmptyNumbers = lazyWithRetry(() => import('#components/numbers/empty-numbers.tsx'));

type HostsViewProps = {
  search: NumbersSearch;
  apps: readonly AppName[];
  mayRefresh: boolean;
  onSearch: (search: NumbersSearch) => void;
};

/** Which hosts the numbers point at, each opening to its URLs. */
export default function HostsView({ search, apps, mayRefresh, onSearch }: HostsViewProps) {
  const t = useTranslations('numbers');
  const query = useQuery(numberHosts(search));
  const shown = useLatest(query.data);
  if (shown === undefined)
    return query.isError ? (
      <LoadError
        title={t('loadFailed')}
        error={query.error}
        hasRows={false}
        onRetry={() => query.refetch()}
      />
    ) : (
      <div role="status" aria-label={t('loading')} className="grid gap-4 px-5 py-4">
        <Skeleton />
        <Skeleton />
        <Skeleton />
      </div>
    );
  const { hosts, more, withoutUrl } = shown;
  if (hosts.length === 0 && withoutUrl === 0)
    return (
      <Suspense>
        <EmptyNumbers search={search} apps={apps} mayRefresh={mayRefresh} onSearch={onSearch} />
      </Suspense>
    );
  return (
    <>
      <ul aria-label={t('hosts.label')} aria-busy={query.isPlaceholderData} className="divide-y divide-line">
        {hosts.map((each) => (
          <HostRow key={each.host} {...each} search={search} onSearch={onSearch} />
        ))}
      </ul>
      {more || withoutUrl > 0 ? (
        <p className="border-t border-line px-5 py-3 text-sm text-ink-2">
          {[more ? t('hosts.moreHosts') : '', withoutUrl > 0 ? t('hosts.without', { count: withoutUrl }) : '']
            .filter(Boolean)
            .join(' ')}
        </p>
      ) : null}
    </>
  );
}

type HostRowProps = HostsPage['hosts'][number] & Pick<HostsViewProps, 'search' | 'onSearch'>;

function HostRow({ host, numbers, urls, search, onSearch }: HostRowProps) {
  const t = useTranslations('numbers.hosts');
  const [open, setOpen] = useState(false);
  const { group: _group, ...filters } = search;
  return (
    <li>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="group">
        <summary className="flex min-h-11 list-none flex-wrap items-center gap-x-3 gap-y-0.5 px-5 py-2 -outline-offset-2 hover:bg-hover/60 [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3 group-open:rotate-90" />
          <span translate="no" className="min-w-0 flex-1 basis-40 font-mono text-sm break-all">
            {host}
          </span>
          <span className="figures text-sm text-ink-2 max-sm:basis-full max-sm:ps-7">
            <span>{t('numbers', { count: numbers })}</span>
            <span className="text-ink-3">
              {' '}
              · <span>{t('urls', { count: urls })}</span>
            </span>
          </span>
        </summary>
        {open ? (
          <div className="grid gap-3 border-t border-line bg-sunken/50 px-5 py-3 sm:ps-12">
            <HostUrlList host={host} search={search} onSearch={onSearch} />
            <p className="text-sm text-accent">
              <FindLink search={{ ...filters, host: [host] }} label={t('showOf', { host })} onFind={onSearch}>
                {t('show')}
              </FindLink>
            </p>
          </div>
        ) : null}
      </details>
    </li>
  );
}
