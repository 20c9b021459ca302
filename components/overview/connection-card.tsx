'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { ClockFact, ProviderFact } from '#components/overview/contact-facts.tsx';
import { OverviewCard } from '#components/overview/overview-card.tsx';
import { SelfTest } from '#components/overview/self-test.tsx';
import { quietLinkClass } from '#components/ui/link-class.ts';
import { PageLink } from '#components/ui/page-link.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { OverviewView } from '#lib/overview/view.ts';
import { paths } from '#lib/paths.ts';

type ConnectionCardProps = Pick<OverviewView, 'contact' | 'connection'> & { mayCheck: boolean };

/** Whether the provider answers, whether our clock is right, and with which key; each with when it was last known. */
export function ConnectionCard({ contact, connection, mayCheck }: ConnectionCardProps) {
  const t = useTranslations('overview.connection');
  const { endpointHost, simulated, maskedSecretId, credentialSource, clockOffsetMs, lastCheck, apps } =
    connection;
  const [app] = apps;
  return (
    <OverviewCard
      title={t('title')}
      aside={
        <PageLink href={paths.connection} className={quietLinkClass}>
          {t('more')}
        </PageLink>
      }
    >
      <dl className="grid gap-3 px-5 pt-3 pb-4 text-sm">
        <ProviderFact contact={contact} />
        <ClockFact clock={contact.clock} offsetMs={clockOffsetMs} />
        <div>
          <dt className="text-xs text-ink-3">{t('key')}</dt>
          <dd>
            <code className="font-mono break-all">{maskedSecretId}</code>{' '}
            <span className="text-ink-2">{t(`sources.${credentialSource}`)}</span>
          </dd>
        </div>
        <div>
          <dt className="text-xs text-ink-3">{t('checked')}</dt>
          <dd>
            {lastCheck === null ? (
              t('notChecked')
            ) : (
              <>
                <span>{t(`verdicts.${lastCheck.verdict}`)}</span>
                <span className="text-ink-3">
                  {' '}
                  · <Time at={lastCheck.at} />
                </span>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt className="text-xs text-ink-3">{t('endpoint')}</dt>
          <dd>
            <code className="font-mono break-all">{endpointHost}</code>
            {simulated ? <p className="text-ink-2">{t('simulated')}</p> : null}
          </dd>
        </div>
      </dl>
      {mayCheck && app ? <SelfTest appName={app.name} /> : null}
    </OverviewCard>
  );
}
