'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { AppsCard } from '#components/connection/apps-card.tsx';
import { ConnectionFacts } from '#components/connection/connection-facts.tsx';
import { ConnectionWarnings } from '#components/connection/connection-warnings.tsx';
import { CredentialsCheck } from '#components/connection/credentials-check.tsx';
import { HomeCountryCard } from '#components/connection/home-country-card.tsx';
import type { ConnectionView } from '#lib/connection/view.ts';
import type { HomeCountryChoice } from '#lib/domain/numbers/home-country.ts';

type SettingsScreenProps = {
  connection: ConnectionView;
  home: HomeCountryChoice;
  may: { check: boolean; change: boolean; bind: boolean };
};

/** The facts of the installation, and what an admin sets for everybody. */
export function SettingsScreen({ connection, home, may }: SettingsScreenProps) {
  const t = useTranslations('connection');
  const [app] = connection.apps;
  return (
    <>
      <header className="mb-6">
        <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-1 max-w-prose text-ink-2 text-pretty">{t('lead')}</p>
      </header>
      <div className="grid max-w-3xl gap-6">
        <ConnectionWarnings warnings={connection.warnings} />
        <ConnectionFacts connection={connection} />
        <AppsCard apps={connection.knownApps} fixed={connection.appsFixed} mayChange={may.change} />
        <HomeCountryCard home={home} mayChange={may.change} mayBind={may.bind} />
        {may.check && app ? <CredentialsCheck appName={app.name} /> : null}
      </div>
    </>
  );
}
