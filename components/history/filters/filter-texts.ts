'use client';

import { useTranslations } from 'use-intl';
import { useBatchName } from '#components/binding/use-batch-name.ts';
import type { HistoryNames } from '#components/history/filters/names-of.ts';
import { absoluteTime, zoneName } from '#components/ui/time/time-text.ts';
import { useViewerZone } from '#components/ui/time/viewer-zone.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { activeFilters, type FilterName } from '#lib/history/search-changes.ts';

export type AppName = { id: string; name: string };

/** Each active filter in words, as its chip and the empty state say it. */
export function useFilterTexts(
  search: HistorySearch,
  { apps, names }: { apps: readonly AppName[]; names: HistoryNames },
) {
  const t = useTranslations('history');
  const outcome = useTranslations('ui.outcome');
  const zone = useViewerZone();
  const batchName = useBatchName();

  const moment = (iso: string) => {
    const at = new Date(iso);
    return `${absoluteTime(at, zone).replace(/:00$/, '')} ${zoneName(at, zone)}`;
  };
  const values = {
    outcome: () => search.outcome?.map((state) => outcome(state)),
    app: () => search.app?.map((id) => apps.find((app) => app.id === id)?.name ?? id),
    type: () => search.type?.map((type) => t(`type.${type}`)),
    actor: () => search.actor?.map((id) => names.people[id] ?? id),
    source: () => search.source?.map((source) => t(`source.${source}`)),
    host: () => search.host,
    number: () => search.number,
    batch: () =>
      search.batch?.map((id) => {
        const name = names.batches[id];
        return name ? batchName(name) : id;
      }),
  };
  const time = () => {
    const { from, to } = search;
    if (from && to) return t('range.between', { from: moment(from), to: moment(to) });
    return from ? t('range.since', { from: moment(from) }) : t('range.until', { to: moment(to ?? '') });
  };

  return activeFilters(search).map((name: FilterName) => {
    const label = t(`filter.${name}`);
    if (name === 'q') return { name, text: t('chip.is', { name: label, values: `“${search.q}”` }) };
    if (name === 'time') return { name, text: t('chip.is', { name: label, values: time() }) };
    const list = values[name]()?.join(t('chip.or')) ?? '';
    const excluded = search.not?.includes(name) ?? false;
    return { name, text: t(excluded ? 'chip.isNot' : 'chip.is', { name: label, values: list }) };
  });
}
