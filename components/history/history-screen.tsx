'use client';

import { useQuery } from '@tanstack/react-query';
import { Suspense, use, useEffect, useEffectEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ChartSection } from '#components/chart/chart-section.tsx';
import { IgnoredNotice } from '#components/data-table/ignored-notice.tsx';
import { ListSummary } from '#components/data-table/list-summary.tsx';
import { DeniedNote } from '#components/history/denied-note.tsx';
import { useOpenEntry } from '#components/history/entry/use-open-entry.ts';
import { ExportButton } from '#components/history/export-button.tsx';
import { type AppName, useFilterTexts } from '#components/history/filters/filter-texts.ts';
import { HistoryFilters } from '#components/history/filters/history-filters.tsx';
import { namesOf } from '#components/history/filters/names-of.ts';
import { HistoryRows } from '#components/history/history-rows.tsx';
import { NewRows } from '#components/history/new-rows.tsx';
import { TableTools } from '#components/history/table-tools.tsx';
import { useHistorySearch } from '#components/history/use-history-search.ts';
import { useLive } from '#components/history/use-live.ts';
import { useHeldPage } from '#components/history/use-stable-page.ts';
import { RestoreContext } from '#components/review/restore-context.ts';
import { RestoreResult } from '#components/review/restore-result.tsx';
import { Card } from '#components/ui/card.tsx';
import { lazyWithRetry, preload } from '#components/ui/lazy/lazy-with-retry.tsx';
import { ViewBar } from '#components/views/view-bar.tsx';
import { historyPage } from '#lib/history/cache.ts';
import { changeFilters, clearFilters, removeFilter, turnPage } from '#lib/history/search-changes.ts';
import { views } from '#lib/views/cache.ts';

const loadDrawer = () => import('#components/history/entry/entry-drawer.tsx');
// A row that is under way and on no page is rare.
const RowWatch = lazyWithRetry(
  async () => ({ default: (await import('#components/history/row-watch.tsx')).RowWatch }),
  'none',
);
const EntryDrawer = lazyWithRetry(async () => ({ default: (await loadDrawer()).EntryDrawer }), 'over');

const noIds: ReadonlySet<string> = new Set();

/** The offer is gone once it is taken, so the focus goes on to what it brought; drawn by then. */
const focusFirstRow = () =>
  window.requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-row-link]')?.focus());

type HistoryScreenProps = { apps: readonly AppName[]; mayBind: boolean; chartShown: boolean };

export function HistoryScreen({ apps, mayBind, chartShown }: HistoryScreenProps) {
  const t = useTranslations('history');
  const first = useQuery(views()).data?.defaultId ?? null;
  const address = useHistorySearch(first === null ? {} : { view: 'all' });
  const { search, ignored, push, replace } = address;
  const entry = useOpenEntry(address);
  const query = useQuery(historyPage(search));
  const isFirstPage = search.after === undefined && search.before === undefined;
  const live = useLive(isFirstPage);
  const { shown, offer, accept, watched, onNews } = useHeldPage(query, search, {
    live: live.mode === 'running',
    made: use(RestoreContext)?.made ?? null,
  });
  const shownIds = shown?.rows.map(({ id }) => id) ?? [];
  const names = namesOf(shown);
  const filters = useFilterTexts(search, { apps, names });

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
      <HistoryFilters search={search} apps={apps} names={names} push={push} replace={replace} />
      <ListSummary
        count={shown ? t(shown.total.exact ? 'count' : 'countAtLeast', { count: shown.total.count }) : null}
        filters={filters}
        onRemove={(name) => push(removeFilter(search, name))}
        onClear={() => push(clearFilters(search))}
      >
        <TableTools live={isFirstPage ? live.mode : null} onLive={(mode) => live.set(mode, shownIds)} />
        <ExportButton search={search} apps={apps} names={names} />
      </ListSummary>
      <ChartSection search={search} initiallyShown={chartShown} onSearch={push} />
      <RestoreResult />
      {/* The drawer's code comes when somebody is about to open a row, not with the page. */}
      <Card
        className="overflow-x-clip"
        onPointerEnter={() => preload(loadDrawer)}
        onFocus={() => preload(loadDrawer)}
      >
        <NewRows
          offer={offer}
          onShow={() => {
            accept();
            focusFirstRow();
          }}
        />
        <HistoryRows
          query={query}
          shown={shown}
          search={search}
          apps={apps}
          mayBind={mayBind}
          onSearch={push}
          onFind={(q) => push(changeFilters({ ...(search.size ? { size: search.size } : {}) }, { q }))}
          onOpen={entry.open}
          oldIds={live.mode !== 'off' && shownIds.some((id) => !live.old.has(id)) ? live.old : noIds}
        />
      </Card>
      {/* Below the rows: it comes and goes with filters, and rows stay where they are. */}
      <DeniedNote
        denied={shown?.denied ?? null}
        isShown={search.outcome !== undefined}
        onShow={() => push(changeFilters(search, { outcome: ['denied'] }))}
      />
      <Suspense>
        {watched.map((id) => (
          <RowWatch key={id} id={id} onNews={onNews} />
        ))}
      </Suspense>
      {search.entry ? (
        <Suspense>
          <EntryDrawer
            id={search.entry}
            search={search}
            shown={shown}
            replace={replace}
            onOpen={entry.open}
            onClose={entry.close}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
