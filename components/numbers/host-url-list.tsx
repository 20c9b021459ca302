'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { FindLink } from '#components/numbers/find-link.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { UrlText } from '#components/ui/url/url-text.tsx';
import { hostUrls } from '#lib/numbers/cache.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { paths } from '#lib/paths.ts';

type HostUrlListProps = {
  host: string;
  search: NumbersSearch;
  onSearch: (search: NumbersSearch) => void;
};

/** The URLs of one host, each with its numbers: the first ones by name, the rest as a list of their own. */
export function HostUrlList({ host, search, onSearch }: HostUrlListProps) {
  const t = useTranslations('numbers.hosts');
  const { data, isError } = useQuery(hostUrls(host, search));
  if (isError && !data) return <p className="text-sm text-bad">{t('failed')}</p>;
  if (!data) return <Skeleton className="h-4 w-2/3" />;
  const { group: _group, q: _q, ...filters } = search;
  return (
    <>
      <ul className="grid gap-3">
        {data.urls.map(({ url, numbers, first }) => (
          <li key={url} className="min-w-0">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <UrlText url={url} />
              <span className="figures text-xs text-ink-3">{t('numbers', { count: numbers })}</span>
            </div>
            <div className="mt-0.5 flex flex-wrap gap-x-4 gap-y-1 text-sm">
              {first.map(({ appId, number }) => (
                <PageLink
                  key={`${appId}.${number}`}
                  href={paths.number(appId, number)}
                  className="rounded-sm text-ink-2 underline-offset-3 hover:underline"
                >
                  <NumberText number={number} />
                </PageLink>
              ))}
              {numbers > first.length ? (
                <span className="text-accent">
                  <FindLink
                    search={{ ...filters, host: [host], q: url }}
                    label={`${t('more', { count: numbers - first.length })}: ${url}`}
                    onFind={onSearch}
                  >
                    {t('more', { count: numbers - first.length })}
                  </FindLink>
                </span>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {data.more ? <p className="text-sm text-ink-2">{t('moreUrls')}</p> : null}
    </>
  );
}
