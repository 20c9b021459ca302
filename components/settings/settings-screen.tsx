'use client';

import { useTranslations } from 'use-intl';
import { ConnectionFacts } from '#components/settings/connection-facts.tsx';
import { CredentialsCheck } from '#components/settings/credentials-check.tsx';
import type { ConnectionView } from '#lib/connection/view.ts';

/** The facts of the installation (F36). Nothing is changed here: it is all set where the server is started. */
export function SettingsScreen({ connection, mayCheck }: { connection: ConnectionView; mayCheck: boolean }) {
  const t = useTranslations('settings');
  const [app] = connection.apps;
  return (
    <>
      <header className="mb-6">
        <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-1 max-w-prose text-ink-2 text-pretty">{t('lead')}</p>
      </header>
      <div className="grid max-w-3xl gap-6">
        <ConnectionFacts connection={connection} />
        {mayCheck && app ? <CredentialsCheck appName={app.name} /> : null}
      </div>
    </>
  );
}
