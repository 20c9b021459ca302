'use client';

import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';

import { type CountryOption, countryOptions, matchCountries } from '#components/form/country-options.ts';
import { Button } from '#components/ui/button.tsx';
import { controlClass } from '#components/ui/control-class.ts';
import { stepInList } from '#components/ui/list-keys.ts';
import type { HomeCountry } from '#lib/domain/numbers/home-country.ts';

export type CountryMenuProps = {
  /** On the button. */
  label: string;
  /** What the button does, where its label alone does not say it; holds the label. */
  name?: string;
  look?: 'button' | 'link';
  country: HomeCountry;
  onChoose: (country: HomeCountry) => void;
  /** Under the box: what the choice means. */
  hint?: string;
  /** Another way out of the menu, under the list. */
  further?: { text: string; onChoose: () => void } | undefined;
};

/**
 * What the country menu opens. The pattern of an editable combobox with a list: focus stays in the box, arrows choose.
 * Every opening starts at the chosen country.
 */
export default function CountryPanel({ country, onChoose, hint, further }: CountryMenuProps) {
  const t = useTranslations('homeCountry');
  const locale = useLocale();
  const box = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [moved, setMoved] = useState<number | null>(null);
  const all = useMemo(() => countryOptions(locale), [locale]);
  const shown = matchCountries(all, typed);
  const chosen = typed === '' ? shown.findIndex((option) => option.country === country) : 0;
  const at = moved ?? Math.max(0, chosen);

  useEffect(() => {
    const panel = box.current?.closest<HTMLElement>('[popover]');
    if (!panel) return;
    const begin = () => {
      if (!panel.matches(':popover-open')) return;
      setTyped('');
      setMoved(null);
      box.current?.focus();
    };
    begin();
    panel.addEventListener('toggle', begin);
    return () => panel.removeEventListener('toggle', begin);
  }, []);

  const close = () => box.current?.closest<HTMLElement>('[popover]')?.hidePopover();
  const choose = (option: CountryOption | undefined) => {
    if (!option) return;
    close();
    if (option.country !== country) onChoose(option.country);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // Enter that ends the choice of an input method is not meant for the list.
    if (event.nativeEvent.isComposing) return;
    const next = stepInList(event.key, at, shown.length);
    if (next !== null) setMoved(next);
    if (event.key === 'Enter') choose(shown[at]);
    // The form around it is not submitted by a choice.
    if (next !== null || event.key === 'Enter') event.preventDefault();
  };

  const active = shown[at];
  return (
    <div className="-m-2 grid gap-2 text-start font-normal">
      <input
        ref={box}
        role="combobox"
        aria-label={t('find')}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${listId}-${active.country}` : undefined}
        placeholder={t('find')}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={100}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setMoved(null);
        }}
        onKeyDown={press}
        className={controlClass(false)}
      />
      {hint ? <p className="px-2 text-xs text-ink-3 text-pretty">{hint}</p> : null}
      <div
        id={listId}
        role="listbox"
        aria-label={t('list')}
        className="grid max-h-[min(14rem,40dvh)] gap-px overflow-y-auto"
      >
        {shown.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box hears the keys
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the box
          <div
            key={option.country}
            id={`${listId}-${option.country}`}
            role="option"
            aria-selected={option.country === country}
            ref={index === at ? (line) => line?.scrollIntoView({ block: 'nearest' }) : null}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
            className={clsx(
              'flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 py-1 text-base pointer-coarse:min-h-11',
              index === at ? 'bg-accent-soft text-ink' : 'text-ink-2 hover:bg-hover',
            )}
          >
            <span className="grid size-4 shrink-0 place-items-center">
              {option.country === country ? <Check aria-hidden className="size-4 text-accent" /> : null}
            </span>
            <span className="min-w-0 flex-1 break-words">{option.name}</span>
            <span className="figures shrink-0 text-sm text-ink-3">{`+${option.code}`}</span>
          </div>
        ))}
      </div>
      {shown.length > 0 ? null : (
        <p role="status" className="px-2 text-sm break-words text-ink-2">
          {t('none', { text: typed })}
        </p>
      )}
      {further ? (
        <Button
          size="sm"
          className="justify-self-start"
          onClick={() => {
            close();
            further.onChoose();
          }}
        >
          {further.text}
        </Button>
      ) : null}
    </div>
  );
}
