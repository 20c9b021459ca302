'use client';

import type { CountryMenuProps } from '#components/form/country-panel.tsx';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { MenuPanel } from '#components/ui/menu-panel.tsx';

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
