'use client';

import { useTranslations } from 'use-intl';
import type { AppName } from '#components/history/filter-texts.ts';
import type { HistorySearch } from '#lib/bindings/schema.ts';
import type { FacetsView } from '#lib/bindings/view.ts';
import type { HistoryList } from '#lib/domain/history-search.ts';
import { bindingSources, type bindingStates, numberTypes } from '#lib/domain/outcome.ts';

/** States in the order people look for them; what is still under way comes last. */
export const statesInOrder = [
  'bound',
  'refused',
  'unknown',
  'denied',
  'sending',
  'queued',
] as const satisfies readonly (typeof bindingStates)[number][];

/** What can be filtered by, in the order of the menu. */
export const filterFields = ['outcome', 'time', 'number', 'host', 'actor', 'app', 'type', 'source'] as const;
export type FilterField = (typeof filterFields)[number];

export type FieldValue = { value: string; text: string; count: number | null };

type Known = {
  search: HistorySearch;
  apps: readonly AppName[];
  facets: FacetsView | undefined;
  people: Record<string, string>;
};

/** The values that each list filter offers. Hosts and people are those that occur, and those chosen already. */
export function useFieldValues({ search, apps, facets, people }: Known) {
  const outcome = useTranslations('ui.outcome');
  const t = useTranslations('history');
  const countOf = (field: keyof FacetsView, value: string): number | null =>
    facets ? (facets[field].values.find((facet) => facet.value === value)?.count ?? 0) : null;
  const fixed = (field: keyof FacetsView, values: readonly (readonly [value: string, text: string])[]) =>
    values.map(([value, text]): FieldValue => ({ value, text, count: countOf(field, value) }));
  const occurring = (field: 'actor' | 'host'): FieldValue[] => {
    const found = facets?.[field].values ?? [];
    const others = (search[field] ?? []).filter((value) => !found.some((facet) => facet.value === value));
    return [
      ...found.map(({ value, label, count }) => ({ value, text: label ?? people[value] ?? value, count })),
      ...others.map((value) => ({ value, text: people[value] ?? value, count: facets ? 0 : null })),
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
