'use client';

import { MenuPanel } from '#components/data-table/menu-panel.tsx';
import { lazyWithRetry } from '#components/ui/lazy-with-retry.tsx';
import type { HomeCountry } from '#lib/domain/home-country.ts';

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

// 245 countries with names and calling codes: only for who opens it.
const CountryPanel = lazyWithRetry(() => import('#components/form/country-panel.tsx'));

/** A button that opens a list of countries to search by name or calling code. */
export function CountryMenu(props: CountryMenuProps) {
  const { label, name, look = 'button' } = props;
  return (
    <MenuPanel label={label} look={look} {...(name ? { name } : {})}>
      <CountryPanel {...props} />
    </MenuPanel>
  );
}
