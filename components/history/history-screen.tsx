'use client';

import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useEffectEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ChartSection } from '#components/chart/chart-section.tsx';
import { FilterBar } from '#components/history/filter-bar.tsx';
import { FilterChips } from '#components/history/filter-chips.tsx';
import type { AppName } from '#components/history/filter-texts.ts';
import { HistoryRows } from '#components/history/history-rows.tsx';
import { IgnoredNotice } from '#components/history/ignored-notice.tsx';
import { peopleOf } from '#components/history/people-of.ts';
import { changeFilters, turnPage } from '#components/history/search-changes.ts';
import { useHistorySearch } from '#components/history/use-history-search.ts';
import { useLatest } from '#components/history/use-latest.ts';
import { useOpenEntry } from '#components/history/use-open-entry.ts';
import { Card } from '#components/ui/card.tsx';
import { ViewBar } from '#components/views/view-bar.tsx';
import { historyPage } from '#lib/bindings/cache.ts';
import { views } from '#lib/views/cache.ts';

const loadDrawer = () => import('#components/history/entry-drawer.tsx');
const EntryDrawer = lazy(async () => ({ default: (await loadDrawer()).EntryDrawer }));

type HistoryScreenProps = { apps: readonly AppName[]; mayBind: boolean; chartShown: boolean };

export function HistoryScreen({ apps, mayBind, chartShown }: HistoryScreenProps) {
  const t = useTranslations('history');
  const first = useQuery(views()).data?.defaultId ?? null;
  const address = useHistorySearch(first === null ? {} : { view: 'all' });
  const { search, ignored, push, replace } = address;
  const entry = useOpenEntry(address);
  const query = useQuery(historyPage(search));
  const shown = useLatest(query.data);
  const people = peopleOf(shown);

  // The first page reached backwards is the newest page: from here on it is watched and filled like it.
  const cameBackToNewest =
    search.before !== undefined && !query.isPlaceholderData && query.data?.previousCursor === null;
  const showNewest = useEffectEvent(() => replace(turnPage(search, null)));
  useEffect(() => {
    if (cameBackToNewest) showNewest();
  }, [cameBackToNewest]);

  return (
    <div className="grid gap-4">
      <header>
        <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-1 text-ink-2">{t('about')}</p>
      </header>
      <ViewBar search={search} push={push} replace={replace} />
      <IgnoredNotice names={ignored} onRemove={() => replace(search)} />
      <FilterBar search={search} apps={apps} people={people} push={push} replace={replace} />
      <div className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1.5">
        <p role="status" className="figures me-2 text-sm text-ink-2">
          {shown ? t(shown.total.exact ? 'count' : 'countAtLeast', { count: shown.total.count }) : null}
        </p>
        <FilterChips search={search} apps={apps} people={people} onSearch={push} />
      </div>
      <ChartSection search={search} initiallyShown={chartShown} onSearch={push} />
      {/* The drawer's code comes when somebody is about to open a row, not with the page. */}
      <Card
        className="overflow-x-clip"
        onPointerEnter={() => void loadDrawer()}
        onFocus={() => void loadDrawer()}
      >
        <HistoryRows
          query={query}
          shown={shown}
          search={search}
          apps={apps}
          mayBind={mayBind}
          onSearch={push}
          onFind={(q) => push(changeFilters({ ...(search.size ? { size: search.size } : {}) }, { q }))}
          onOpen={entry.open}
        />
      </Card>
      {search.entry ? (
        <Suspense>
          <EntryDrawer id={search.entry} rows={shown?.rows ?? []} onOpen={entry.open} onClose={entry.close} />
        </Suspense>
      ) : null}
    </div>
  );
}
