'use client';

import { useTranslations } from 'use-intl';
import { NumberFilter, NumberLink } from '#components/binding/number-link.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { EntrySection, Fact, Facts } from '#components/ui/section.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { BindingDetailView, BindingView } from '#lib/bindings/view.ts';

/** A row of the table knows all but the address; the entry adds it. */
type Known = BindingView & Partial<Pick<BindingDetailView, 'actorAddress'>>;

export function EntryWho({ binding }: { binding: Known }) {
  const t = useTranslations('history');
  const { actor, actorAddress, source, createdAt, settledAt } = binding;
  return (
    <EntrySection title={t('entry.who')}>
      <Facts>
        <Fact name={t('entry.actor')}>
          <span>{actor.name}</span> <span className="text-ink-3">{actor.email}</span>
        </Fact>
        {actorAddress === undefined ? null : (
          <Fact name={t('entry.address')}>
            {actorAddress === null ? (
              t('entry.noAddress')
            ) : (
              <code className="font-mono figures">{actorAddress}</code>
            )}
          </Fact>
        )}
        <Fact name={t('entry.source')}>{t(`source.${source}`)}</Fact>
        <Fact name={t('entry.requested')}>
          <Time at={createdAt} show="both" />
        </Fact>
        {settledAt === null ? null : (
          <Fact name={t('entry.settled')}>
            <Time at={settledAt} />
          </Fact>
        )}
      </Facts>
    </EntrySection>
  );
}

export function EntryRequest({ binding }: { binding: BindingView }) {
  const t = useTranslations('history');
  const copy = useTranslations('ui.copy');
  const { appName, appId, number, numberType, callbackUrl } = binding;
  return (
    <EntrySection title={t('entry.request')}>
      <Facts>
        <Fact name={t('entry.app')}>
          <span>{appName}</span> <span className="figures text-ink-3">{appId}</span>
        </Fact>
        <Fact name={t('entry.number')}>
          <span className="group/row -my-0.75 flex items-center gap-1">
            <NumberLink appId={appId} number={number} />
            <NumberFilter number={number} />
            <CopyButton value={number} label={copy('number')} />
          </span>
        </Fact>
        <Fact name={t('entry.type')}>{t(`type.${numberType ?? 'none'}`)}</Fact>
        <Fact name={t('entry.url')}>
          {callbackUrl === null ? (
            t('entry.noUrl')
          ) : (
            <code className="font-mono break-all" translate="no">
              {callbackUrl}
            </code>
          )}
        </Fact>
      </Facts>
    </EntrySection>
  );
}
