import { callingCodes } from '#lib/domain/numbers/calling-codes.ts';

/**
 * The region whose numbering plan completes a number that was typed without a country code: one of ISO 3166-1 alpha-2 that
 * has a calling code, or AC, TA or XK, which ISO reserves.
 */
export type HomeCountry = keyof typeof callingCodes;

export const homeCountries = Object.keys(callingCodes) as HomeCountry[];

export const defaultHomeCountry: HomeCountry = 'CN';

export const isHomeCountry = (value: unknown): value is HomeCountry =>
  typeof value === 'string' && Object.hasOwn(callingCodes, value);

/** What holds for one person. */
export type HomeCountryChoice = {
  /** The person's own choice, else the console's. */
  country: HomeCountry;
  /** Whether `country` is the person's own choice. */
  own: boolean;
  /** What an admin has set for everybody. */
  ofConsole: HomeCountry;
};
