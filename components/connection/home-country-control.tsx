'use client';

import { useLocale, useTranslations } from 'use-intl';
import { CountryMenu } from '#components/form/country-menu.tsx';
import { useHomeCountry } from '#components/providers/use-home-country.ts';
import { CountryName } from '#components/ui/country-name.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { Sentence } from '#components/ui/sentence.tsx';
import { countryName } from '#lib/domain/numbers/country-name.ts';
import type { HomeCountry, HomeCountryChoice } from '#lib/domain/numbers/home-country.ts';

/**
 * "Read as China · change": by which country a number is completed, and the way to another one, for the viewer alone.
 * Load it with `lazy` where the first load counts. It holds a `div`, so it cannot stand in a `p`.
 */
export default function HomeCountryControl({ home }: { home: HomeCountryChoice }) {
  const t = useTranslations('homeCountry');
  const locale = useLocale();
  const { country, own, ofConsole, choose } = useHomeCountry(home);
  const chooseAndSay = (chosen: HomeCountry | null) => {
    choose(chosen);
    announce(t('changed', { country: countryName(chosen ?? ofConsole, locale) }), 'polite');
  };
  return (
    <div>
      <Sentence>{t.rich('readAs', { country: () => <CountryName country={country} /> })}</Sentence>
      {' · '}
      <CountryMenu
        look="link"
        label={t('change')}
        name={t('changeName', { country: countryName(country, locale) })}
        country={country}
        onChoose={chooseAndSay}
        hint={t('onlyYours')}
        further={
          own
            ? {
                text: t('useConsole', { country: countryName(ofConsole, locale) }),
                onChoose: () => chooseAndSay(null),
              }
            : undefined
        }
      />
    </div>
  );
}
