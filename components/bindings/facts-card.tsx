'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Provenance } from '#components/bindings/provenance.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { UrlText } from '#components/ui/url-text.tsx';
import type { NumberFacts } from '#lib/bindings/view.ts';

type FactsCardProps = { number: string | null; facts: UseQueryResult<NumberFacts> };

/** What is known of the number while the form is filled; the dialog reads it anew. */
export function FactsCard({ number, facts }: FactsCardProps) {
  const t = useTranslations('bind.facts');
  return (
    <Card aria-labelledby="facts-title" className="p-4">
      <h2 id="facts-title" className="text-sm font-medium text-ink-2">
        {t('title')}
      </h2>
      {number === null ? (
        <p className="mt-2 text-sm text-ink-3">{t('empty')}</p>
      ) : (
        <div className="mt-2 grid gap-2">
          <NumberText number={number} className="font-mono text-lg font-medium" />
          <KnownFacts facts={facts} />
        </div>
      )}
      <p className="mt-3 border-t border-line pt-3 text-xs text-ink-3">{t('outside')}</p>
    </Card>
  );
}

function KnownFacts({ facts }: { facts: UseQueryResult<NumberFacts> }) {
  const t = useTranslations('bind.facts');
  const shared = useTranslations('ui');
  if (facts.data) {
    const { current } = facts.data;
    return (
      <>
        {current.setAt === null ? null : (
          <div className="min-w-0">
            <p className="text-xs text-ink-3">{t('current')}</p>
            {current.url === null ? (
              <p className="text-sm">{t('withoutUrl')}</p>
            ) : (
              <UrlText url={current.url} />
            )}
          </div>
        )}
        <Provenance facts={facts.data} />
      </>
    );
  }
  if (facts.isError) {
    return (
      <div className="grid justify-items-start gap-2 text-sm">
        <p className="text-bad">{t('failed')}</p>
        <Button size="sm" onClick={() => void facts.refetch()}>
          {shared('retry')}
        </Button>
      </div>
    );
  }
  return (
    <div role="status">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-4 w-48" />
      <Skeleton className="mt-2 h-4 w-32" />
    </div>
  );
}
