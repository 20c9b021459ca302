'use client';

import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { MatchChoice } from '#components/data-table/match-choice.tsx';
import { useFieldValues } from '#components/history/filters/filter-fields.ts';
import { FilterList } from '#components/history/filters/filter-list.tsx';

import { type FilterOption, useFilterOptions } from '#components/history/filters/filter-options.ts';
import type { AppName } from '#components/history/filters/filter-texts.ts';
import type { HistoryNames } from '#components/history/filters/names-of.ts';
import { dayRange, presetStart } from '#components/history/filters/range.ts';
import { useFilterMenu } from '#components/history/filters/use-filter-menu.ts';
import { Button } from '#components/ui/button.tsx';
import { controlClass } from '#components/ui/control-class.ts';
import { useViewerZone } from '#components/ui/time/viewer-zone.ts';
import { dayOf } from '#components/ui/time/wall-time.ts';
import { serverNow } from '#lib/clock.ts';
import { facets } from '#lib/history/cache.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { changeFilters, setListFilter, toggleValue } from '#lib/history/search-changes.ts';

export type FilterMenuProps = {
  search: HistorySearch;
  apps: readonly AppName[];
  names: HistoryNames;
  push: (search: HistorySearch) => void;
};

/**
 * Every filter behind one box: type to find a field or a value, Enter sets it. The pattern of an editable combobox
 * with a list: focus stays in the box, arrows choose.
 */
export default function FilterPanel({ search, apps, names, push }: FilterMenuProps) {
  const t = useTranslations('filters');
  const name = useTranslations('history.filter');
  const box = useRef<HTMLInputElement>(null);
  const listId = useId();
  const zone = useViewerZone();
  const menu = useFilterMenu(box);
  const { field, typed } = menu;
  const { data } = useQuery({ ...facets(search), enabled: menu.open });
  const valuesOf = useFieldValues({ search, apps, facets: data, names });
  const options = useFilterOptions({ search, valuesOf, field, typed });
  const at = menu.placeIn(options);

  const choose = (option: FilterOption | undefined) => {
    if (!option) return;
    if (option.kind === 'field') return menu.enter(option.field);
    if (option.kind === 'value') {
      // What is typed next is the next filter; Enter alone takes this one back.
      box.current?.select();
      return push(toggleValue(search, option.field, option.value));
    }
    box.current?.closest<HTMLElement>('[popover]')?.hidePopover();
    if (option.kind === 'text') return push(changeFilters(search, { q: option.q }));
    if (option.kind === 'custom')
      return document.querySelector<HTMLElement>('[data-shortcut="time"]')?.click();
    if (option.kind === 'day')
      return push(
        changeFilters(
          search,
          dayRange(option.day === 'today' ? dayOf(serverNow(), zone) : option.day, zone) ?? {},
        ),
      );
    const from = option.preset === 'all' ? undefined : presetStart(option.preset, serverNow());
    push(changeFilters(search, { from, to: undefined }));
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // Enter that ends the choice of an input method is not meant for the list.
    if (event.nativeEvent.isComposing) return;
    const taken = menu.press(event, { at, count: options.length });
    if (event.key === 'Enter') choose(options[at]);
    if (taken || event.key === 'Enter') event.preventDefault();
  };

  const placeholder =
    field === null ? t('placeholder') : field === 'time' ? t('typeDay') : t('within', { field: name(field) });
  const active = options[at];
  const list = field === null || field === 'time' ? null : field;
  const nothing =
    typed.trim() === '' && field === 'host'
      ? t('typeHost')
      : field === 'number'
        ? t('typeNumber')
        : typed.trim() === '' && field === 'batch'
          ? t('noBatch')
          : t('none', { text: typed });
  const inexact = list !== null && list !== 'number' && data?.[list].exact === false;
  return (
    <div className="-m-2 grid gap-2">
      {field === null ? null : (
        <Button look="quiet" size="sm" className="justify-self-start" onClick={() => menu.enter(null)}>
          ← <span>{t('back')}</span>
        </Button>
      )}
      <input
        ref={box}
        role="combobox"
        aria-label={field === null ? t('label') : t('values', { field: name(field) })}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${listId}-${active.id}` : undefined}
        placeholder={placeholder}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={300}
        value={typed}
        onChange={(event) => menu.type(event.target.value)}
        onKeyDown={press}
        className={controlClass(false)}
      />
      {list !== null && search[list] ? (
        <MatchChoice
          label={t('match', { field: name(list) })}
          excluded={search.not?.includes(list) ?? false}
          onChange={(excluded) => push(setListFilter(search, list, { values: search[list] ?? [], excluded }))}
        />
      ) : null}
      <FilterList
        id={listId}
        label={field === null ? t('fields') : t('values', { field: name(field) })}
        options={options}
        at={at}
        onChoose={choose}
      />
      {options.length > 0 ? null : (
        <p role="status" className="px-2 text-sm text-ink-2">
          {nothing}
        </p>
      )}
      {inexact ? <p className="px-2 text-xs text-ink-3">{t('inexact')}</p> : null}
      <p aria-hidden className="px-2 text-xs text-ink-3 pointer-coarse:hidden">
        {t('keys')}
      </p>
    </div>
  );
}
