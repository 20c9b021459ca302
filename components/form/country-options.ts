import { callingCodes } from '#lib/domain/numbers/calling-codes.ts';
import { type HomeCountry, homeCountries } from '#lib/domain/numbers/home-country.ts';
import { locales } from '#lib/i18n/locale.ts';

export type CountryOption = {
  country: HomeCountry;
  name: string;
  /** Without the plus. */
  code: string;
  /** What it is found by besides its code: its names in every language of the console, and its two letters. */
  words: string;
};

/** Without case and accents. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** All countries with their names in `locale`, in that language's order. */
export function countryOptions(locale: string): CountryOption[] {
  const shown = new Intl.DisplayNames([locale], { type: 'region' });
  const names = locales.flatMap((each) =>
    (['long', 'short'] as const).map((style) => new Intl.DisplayNames([each], { type: 'region', style })),
  );
  return homeCountries
    .map((country) => ({
      country,
      name: shown.of(country) ?? country,
      code: callingCodes[country],
      words: fold([country, ...names.map((name) => name.of(country) ?? '')].join('\n')),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, locale));
}

/** Countries that fit what is typed: a calling code, with or without plus or 00, or parts of a name. Best ones first. */
export function matchCountries(options: readonly CountryOption[], typed: string): CountryOption[] {
  const text = fold(typed).trim();
  const [, digits] = /^(?:\+|00)?\s*(\d{1,4})$/.exec(text) ?? [];
  if (digits) {
    const fits = options.filter(({ code }) => code.startsWith(digits));
    return fits.sort((one, other) => one.code.length - other.code.length);
  }
  const words = text.split(/\s+/).filter(Boolean);
  const fits = options.filter((option) => words.every((word) => option.words.includes(word)));
  // A whole name or code comes before the names that begin with what is typed.
  const rank = ({ words: names }: CountryOption): number => {
    const each = names.split('\n');
    return each.includes(text) ? 0 : each.some((name) => name.startsWith(text)) ? 1 : 2;
  };
  return fits.sort((one, other) => rank(one) - rank(other));
}
