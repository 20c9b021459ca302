'use client';
'use no memo';

import { useLocale, useTranslations } from 'use-intl';
import HomeCountryControl from '#components/connection/home-country-control.tsx';
import { useSetHomeCountry } from '#components/connection/use-set-home-country.ts';
import { CountryMenu } from '#components/form/country-menu.tsx';
import { useProblemText } from '#components/form/problem-text.ts';
import { Card } from '#components/ui/card.tsx';
import { CountryName } from '#components/ui/country-name.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { countryName } from '#lib/domain/numbers/country-name.ts';
import type { HomeCountryChoice } from '#lib/domain/numbers/home-country.ts';

type HomeCountryCardProps = {
  home: HomeCountryChoice;
  /** May set it for everybody. */
  mayChange: boolean;
  /** Types numbers to bind, so may have a choice of their own. */
  mayBind: boolean;
};

/** The console's home country, and the viewer's own where they have chosen one. */
export function HomeCountryCard({ home, mayChange, mayBind }: HomeCountryCardProps) {
  const t = useTranslations('connection.homeCountry');
  const locale = useLocale();
  const problemText = useProblemText();
  const { country, problem, set } = useSetHomeCountry(home.ofConsole);
  return (
    <Card aria-labelledby="home-country" className="grid justify-items-start gap-3 p-5">
      <div>
        <h2 id="home-country" className="mb-1 font-semibold">
          {t('title')}
        </h2>
        <p className="max-w-prose text-ink-2 text-pretty">{t('text')}</p>
      </div>
      {problem ? (
        <Notice tone="bad" role="alert" className="w-full">
          {problemText(problem)}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p>
          <span className="text-ink-3">{`${t('everybody')} `}</span>
          <strong className="font-medium">
            <CountryName country={country} />
          </strong>
        </p>
        {mayChange ? (
          <CountryMenu
            label={t('change')}
            country={country}
            onChoose={(chosen) => void set(chosen, t('done', { country: countryName(chosen, locale) }))}
            hint={t('hint')}
          />
        ) : null}
      </div>
      {mayBind ? (
        <div className="flex flex-wrap gap-x-1 text-sm text-ink-2">
          <span className="text-ink-3">{t('you')}</span>
          <HomeCountryControl home={{ ...home, ofConsole: country }} />
        </div>
      ) : null}
    </Card>
  );
}
