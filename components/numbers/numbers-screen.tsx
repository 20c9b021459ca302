'use client';

import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { IgnoredNotice } from '#components/data-table/ignored-notice.tsx';
import { ListSummary } from '#components/data-table/list-summary.tsx';
import { useAddressSearch } from '#components/data-table/use-address-search.ts';
import { useLatest } from '#components/data-table/use-latest.ts';
import { ListStatus } from '#components/numbers/list-status.tsx';
import { NumberFilters } from '#components/numbers/number-filters.tsx';
import { NumbersRows } from '#components/numbers/numbers-rows.tsx';
import { useChoice } from '#components/numbers/use-choice.ts';
import { type AppName, useFilterTexts } from '#components/numbers/use-filter-texts.ts';
import { ViewSwitch } from '#components/numbers/view-switch.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Card } from '#components/ui/card.tsx';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import { newBatchHref } from '#lib/batches/initial-lines.ts';
import { numbersPage } from '#lib/numbers/cache.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { clearFilters, removeFilter } from '#lib/numbers/search-changes.ts';
import { parseNumbersSearch, toNumbersParams } from '#lib/numbers/search-params.ts';
import { paths } from '#lib/paths.ts';

const HostsView = lazyWithRetry(() => import('#components/numbers/hosts-view.tsx'));

const grammar = { parse: parseNumbersSearch, write: toNumbersParams, path: paths.numbers };

type NumbersScreenProps = { apps: readonly AppName[]; mayRefresh: boolean; mayBatch: boolean };

export function NumbersScreen({ apps, mayRefresh, mayBatch }: NumbersScreenProps) {
  const t = useTranslations('numbers');
  const { search, ignored, push, replace } = useAddressSearch<NumbersSearch>(grammar);
  const filters = useFilterTexts(search, apps);
  const query = useQuery(numbersPage(search));
  const shown = useLatest(query.data);
  const choosing = useChoice(search, shown);
  const rest = { search, apps, mayRefresh, onSearch: push };
  // The filter by host also finds numbers whose newest change may have led there, which no other count of a host does.
  const byHost = search.host !== undefined && !search.not?.includes('host');
  const isExact = shown?.total.exact ?? true;
  const countKey = byHost
    ? isExact
      ? 'countAtHost'
      : 'countAtHostAtLeast'
    : isExact
      ? 'count'
      : 'countAtLeast';
  return (
    <div className="grid gap-4">
      <header>
        <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-1 max-w-3xl text-ink-2 text-pretty">{t('about')}</p>
      </header>
      <ListStatus mayRefresh={mayRefresh} />
      <IgnoredNotice names={ignored} onRemove={() => replace(search)} />
      <NumberFilters search={search} apps={apps} push={push} replace={replace} />
      <ListSummary
        count={shown ? t(countKey, { count: shown.total.count }) : null}
        filters={filters}
        onRemove={(name) => push(removeFilter(search, name))}
        onClear={() => push(clearFilters(search))}
      >
        <div className="ms-auto flex flex-wrap items-center gap-2">
          {mayBatch && shown && shown.total.count > 0 ? (
            <PageLink href={newBatchHref(search)} className={buttonClass('plain', 'sm')}>
              {t('changeUrls')}
            </PageLink>
          ) : null}
          <ViewSwitch search={search} onSearch={push} />
        </div>
      </ListSummary>
      <Card className="overflow-x-clip">
        {search.group ? (
          <Suspense>
            <HostsView {...rest} />
          </Suspense>
        ) : (
          <NumbersRows
            {...rest}
            query={query}
            shown={shown}
            choosing={mayBatch ? choosing : null}
            onFind={(found) => push({ ...found, ...(search.size ? { size: search.size } : {}) })}
          />
        )}
      </Card>
    </div>
  );
}
