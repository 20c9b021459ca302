'use client';

import { useOwnPreferences } from '#components/providers/preferences-provider.tsx';
import type { HomeCountry, HomeCountryChoice } from '#lib/domain/numbers/home-country.ts';

/**
 * The home country that holds for the viewer now, from what the page was given and what was chosen since; and how to choose
 * another one, or with null the console's again. A choice takes effect at once and is stored a moment later.
 */
export function useHomeCountry({ ofConsole }: HomeCountryChoice) {
  const { preferences, change } = useOwnPreferences();
  const { homeCountry } = preferences;
  return {
    country: homeCountry ?? ofConsole,
    own: homeCountry !== undefined,
    ofConsole,
    choose: (country: HomeCountry | null) => change({ homeCountry: country }),
  };
}
