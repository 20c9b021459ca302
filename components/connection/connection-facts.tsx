'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { useClockSentence } from '#components/binding/use-clock-sentence.ts';
import { Card } from '#components/ui/card.tsx';
import { Fact, Facts } from '#components/ui/section.tsx';
import type { ConnectionView } from '#lib/connection/view.ts';

/** Never more of the key than its masked id. */
export function ConnectionFacts({ connection }: { connection: ConnectionView }) {
  const t = useTranslations('connection.facts');
  const clock = useClockSentence()(connection.clockOffsetMs);
  const { endpointHost, simulated, credentialSource, maskedSecretId, proxy, database } = connection;
  return (
    <Card aria-labelledby="connection-facts" className="p-5">
      <h2 id="connection-facts" className="mb-3 font-semibold">
        {t('title')}
      </h2>
      <Facts>
        <Fact name={t('endpoint')}>
          <code className="font-mono break-all">{endpointHost}</code>
        </Fact>
        <Fact name={t('kind')}>{t(simulated ? 'simulator' : 'provider')}</Fact>
        <Fact name={t('source')}>{t(`sources.${credentialSource}`)}</Fact>
        <Fact name={t('key')}>
          <code className="font-mono break-all">{maskedSecretId}</code>
          <p className="text-ink-3">{t('keyHint')}</p>
        </Fact>
        <Fact name={t('proxy')}>
          {proxy === null ? t('noProxy') : <code className="font-mono break-all">{proxy}</code>}
        </Fact>
        <Fact name={t('clock')}>{clock ? `${clock} ${t('clockCorrected')}` : t('clockTrusted')}</Fact>
        <Fact name={t('database')}>{t(`databases.${database}`)}</Fact>
      </Facts>
    </Card>
  );
}
