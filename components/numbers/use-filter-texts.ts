'use client';

import { useTranslations } from 'use-intl';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { activeFilters } from '#lib/numbers/search-changes.ts';

export type AppName = { id: string; name: string };

/** Each active filter in words, as its chip and the empty state say it. */
export function useFilterTexts(search: NumbersSearch, apps: readonly AppName[]) {
  const t = useTranslations('numbers.filter');
  const chip = useTranslations('history.chip');
  const known = useTranslations('numberState');
  const values = {
    app: () => search.app?.map((id) => apps.find((app) => app.id === id)?.name ?? id),
    label: () => search.label?.map((label) => known(`label.${label}`)),
    state: () => search.state?.map((state) => known(`provider.${state}`)),
    host: () => search.host,
  };
  return activeFilters(search).map((name) => {
    if (name === 'q') return { name, text: chip('is', { name: t('q'), values: `“${search.q}”` }) };
    const excluded = search.not?.includes(name) ?? false;
    const list = values[name]()?.join(chip('or')) ?? '';
    return { name, text: chip(excluded ? 'isNot' : 'is', { name: t(name), values: list }) };
  });
}
