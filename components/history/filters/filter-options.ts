'use client';

import { useTranslations } from 'use-intl';
import {
  type FieldValue,
  type FilterField,
  filterFields,
  type useFieldValues,
} from '#components/history/filters/filter-fields.ts';
import { dayRange, presetNames, type RangePreset } from '#components/history/filters/range.ts';
import { exactFirst } from '#components/ui/list-keys.ts';
import type { HistoryList } from '#lib/domain/history-search.ts';
import { codesLike } from '#lib/domain/provider-codes.ts';
import type { HistorySearch } from '#lib/history/schema.ts';

/** A line of the filter menu. */
export type FilterOption = { id: string; text: string } & (
  | { kind: 'field'; field: FilterField; set: number }
  | { kind: 'value'; field: HistoryList; value: string; label: string; chosen: boolean; count: number | null }
  | { kind: 'preset'; preset: RangePreset | 'all' }
  /** A date, or `today`. */
  | { kind: 'day'; day: string }
  | { kind: 'custom' }
  /** Goes to the search box. */
  | { kind: 'text'; q: string }
);

type Asked = {
  search: HistorySearch;
  valuesOf: ReturnType<typeof useFieldValues>;
  /** The field that was entered; null while fields are to be chosen. */
  field: FilterField | null;
  typed: string;
};

const host = /^[!-~]{1,261}$/;
const sentNumber = /^[0-9]{5,32}$/;

/** What an option is called where its field is known: `Refused` of `Outcome: Refused`. */
const labelOf = (option: FilterOption): string =>
  option.kind === 'value' ? option.label : option.kind === 'text' ? option.q : option.text;

/** Codes offered at once; more are found by typing on. */
const codesAtMost = 5;

/** True for a text that has every typed word in it. */
const holds = (text: string, typed: string): boolean => {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => text.toLowerCase().includes(word));
};

/**
 * What the menu offers for what is typed. While no field is entered, typing finds values of every field too, so that
 * "refu" and Enter is a whole filter.
 */
export function useFilterOptions({ search, valuesOf, field, typed }: Asked): FilterOption[] {
  const name = useTranslations('history.filter');
  const range = useTranslations('history.range');
  const t = useTranslations('filters');
  const text = typed.trim();

  const toOption = (
    of: HistoryList,
    { value, text: shown, count }: FieldValue,
    prefixed: boolean,
  ): FilterOption => ({
    id: `${of}-${value}`,
    text: prefixed ? t('value', { field: name(of), value: shown }) : shown,
    kind: 'value',
    field: of,
    value,
    label: shown,
    count,
    chosen: search[of]?.some((each) => each === value) ?? false,
  });
  const listed = (of: HistoryList, prefixed: boolean): FilterOption[] => [
    ...valuesOf(of)
      .map((value) => toOption(of, value, prefixed))
      .filter((option) => holds(option.text, text)),
    ...typedValue(of).map((value) => toOption(of, { ...value, count: null }, false)),
  ];
  // A host or a number that nobody has counted can still be asked for.
  const typedValue = (of: HistoryList): { value: string; text: string }[] => {
    const value = of === 'host' ? text.toLowerCase() : text;
    if (valuesOf(of).some((known) => known.value === value)) return [];
    if (of === 'host' && field === 'host' && host.test(value) && !/[/?#@\\]/.test(value))
      return [{ value, text: t('hostTyped', { text: value }) }];
    return of === 'number' && sentNumber.test(value)
      ? [{ value, text: t('numberTyped', { text: value }) }]
      : [];
  };
  const dayTyped = (): FilterOption[] =>
    dayRange(text, 'UTC')
      ? [
          {
            id: `time-${text}`,
            text: t('value', { field: name('time'), value: text }),
            kind: 'day',
            day: text,
          },
        ]
      : [];
  const times = (): FilterOption[] => [
    { id: 'time-today', text: t('today'), kind: 'day', day: 'today' },
    ...[...presetNames, 'all' as const].map(
      (preset): FilterOption => ({ id: `time-${preset}`, text: range(preset), kind: 'preset', preset }),
    ),
    { id: 'time-custom', text: t('custom'), kind: 'custom' },
  ];

  if (field === 'time') return [...times().filter((option) => holds(option.text, text)), ...dayTyped()];
  if (field !== null) return listed(field, false);
  const fields = filterFields
    .map((each): FilterOption => {
      const set = each === 'time' ? Number(Boolean(search.from ?? search.to)) : (search[each]?.length ?? 0);
      return { id: each, text: name(each), kind: 'field', field: each, set };
    })
    .filter((option) => holds(option.text, text));
  if (text === '') return fields;
  const values = filterFields.flatMap((each) => (each === 'time' ? [] : listed(each, true)));
  const moments = times().filter((option) => holds(`${name('time')} ${option.text}`, text));
  const codes = codesLike(text, codesAtMost).map(
    (code): FilterOption => ({ id: `code-${code}`, text: t('code', { code }), kind: 'text', q: code }),
  );
  const found = [...fields, ...values, ...moments, ...dayTyped(), ...codes];
  const inSearchBox: FilterOption = { id: 'text', text: t('search', { text }), kind: 'text', q: text };
  return [...exactFirst(found, text, labelOf), inSearchBox];
}
