'use client';

import { useTranslations } from 'use-intl';
import { useBatchName } from '#components/binding/use-batch-name.ts';
import type { AppName } from '#components/history/filters/filter-texts.ts';
import type { HistoryNames } from '#components/history/filters/names-of.ts';
import type { HistoryList } from '#lib/domain/history-search.ts';
import { bindingSources, type bindingStates, numberTypes } from '#lib/domain/outcome.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import type { FacetName, FacetsView } from '#lib/history/view.ts';

/** States in the order people look for them; what is still under way comes last. */
export const statesInOrder = [
  'bound',
  'refused',
  'unknown',
  'unsent',
  'denied',
  'sending',
  'queued',
] as const satisfies readonly (typeof bindingStates)[number][];

/** What can be filtered by, in the order of the menu. */
export const filterFields = [
  'outcome',
  'time',
  'number',
  'host',
  'actor',
  'app',
  'type',
  'source',
  'batch',
] as const;
export type FilterField = (typeof filterFields)[number];

export type FieldValue = { value: string; text: string; count: number | null };

type Known = {
  search: HistorySearch;
  apps: readonly AppName[];
  facets: FacetsView | undefined;
  names: HistoryNames;
};

/** The values that each list filter offers. Hosts, people and batches are those that occur, and those chosen already. */
export function useFieldValues({ search, apps, facets, names }: Known) {
  const outcome = useTranslations('ui.outcome');
  const t = useTranslations('history');
  const batchName = useBatchName();
  const countOf = (field: FacetName, value: string): number | null =>
    facets ? (facets[field].values.find((facet) => facet.value === value)?.count ?? 0) : null;
  const fixed = (field: FacetName, values: readonly (readonly [value: string, text: string])[]) =>
    values.map(([value, text]): FieldValue => ({ value, text, count: countOf(field, value) }));
  const textOf = (value: string): string => {
    const batch = names.batches[value] ?? facets?.batches[value];
    return batch ? batchName(batch) : (names.people[value] ?? value);
  };
  const occurring = (field: 'actor' | 'host' | 'batch'): FieldValue[] => {
    const found = facets?.[field].values ?? [];
    const others = (search[field] ?? []).filter((value) => !found.some((facet) => facet.value === value));
    return [
      ...found.map(({ value, label, count }) => ({ value, text: label ?? textOf(value), count })),
      ...others.map((value) => ({ value, text: textOf(value), count: facets ? 0 : null })),
    ];
  };
  return (field: HistoryList): FieldValue[] => {
    switch (field) {
      case 'outcome':
        return fixed(
          field,
          statesInOrder.map((state) => [state, outcome(state)] as const),
        );
      case 'app':
        return fixed(
          field,
          apps.map(({ id, name }) => [id, name] as const),
        );
      case 'type':
        return fixed(
          field,
          [...numberTypes, 'none' as const].map((type) => [type, t(`type.${type}`)] as const),
        );
      case 'source':
        return fixed(
          field,
          bindingSources.map((source) => [source, t(`source.${source}`)] as const),
        );
      case 'number':
        return (search.number ?? []).map((value) => ({ value, text: value, count: null }));
      default:
        return occurring(field);
    }
  };
}
