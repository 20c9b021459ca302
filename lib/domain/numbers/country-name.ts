import type { HomeCountry } from '#lib/domain/numbers/home-country.ts';

/** A region's name in a language of the console. Server and browser may differ where their language data does. */
export const countryName = (country: HomeCountry, locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country;
