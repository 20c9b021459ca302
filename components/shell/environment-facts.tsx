import type { useTranslations } from 'use-intl';

/** Where requests go and with which key; never more of the key than its masked id. */
export type Environment = { endpointHost: string; maskedSecretId: string; simulated: boolean };

type Texts = { t: ReturnType<typeof useTranslations<'shell'>> };

export function EnvironmentFacts({ endpointHost, maskedSecretId, t }: Environment & Texts) {
  const facts = [
    { name: t('environment.endpoint'), value: endpointHost },
    { name: t('environment.key'), value: maskedSecretId },
  ];
  return (
    <dl className="grid gap-2 text-xs">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt className="text-ink-3">{name}</dt>
          <dd className="font-mono break-all text-ink-2" translate="no">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Nobody must take the simulator for the provider, or the other way round. */
export function SimulatorBanner({ t }: Texts) {
  return (
    <aside
      aria-label={t('environment.endpoint')}
      className="border-b border-warn/25 bg-warn-soft px-4 py-1.5 text-center text-sm font-medium text-warn"
    >
      <p>{t('environment.simulator')}</p>
    </aside>
  );
}

/** On every page, sign-in too: what is typed there crosses the network first. */
export function InsecureBanner({ t }: Texts) {
  return (
    <p
      role="note"
      className="border-b border-bad/25 bg-bad-soft px-4 py-1.5 text-center text-sm font-medium text-bad"
    >
      {t('insecure')}
    </p>
  );
}
