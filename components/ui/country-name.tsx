'use client';

import { useLocale } from 'use-intl';
import { countryName } from '#lib/domain/numbers/country-name.ts';
import type { HomeCountry } from '#lib/domain/numbers/home-country.ts';

/** A country's name. Server and browser may know it by slightly different names: what the server drew stays. */
export function CountryName({ country }: { country: HomeCountry }) {
  const locale = useLocale();
  return <span suppressHydrationWarning>{countryName(country, locale)}</span>;
}
