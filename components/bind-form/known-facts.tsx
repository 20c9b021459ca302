'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { QueryProvider } from '#components/providers/query-provider.tsx';
import { Provenance } from '#components/review/provenance.tsx';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { UrlText } from '#components/ui/url/url-text.tsx';
import { numberFacts } from '#lib/bind-number/cache.ts';

type KnownFactsProps = {
  appId: string;
  number: string;
  /** The URL that is certainly set, for the remark "same as current" at the field. */
  onCurrentUrl: (url: string | null) => void;
};

/** What is known of the number while the form is filled; the dialog reads it anew. */
export default function KnownFacts(props: KnownFactsProps) {
  return (
    <QueryProvider>
      <Facts {...props} />
    </QueryProvider>
  );
}

function Facts({ appId, number, onCurrentUrl }: KnownFactsProps) {
  const t = useTranslations('bind.facts');
  const shared = useTranslations('ui');
  const { data: facts, isError, refetch } = useQuery(numberFacts(appId, number));
  const certainUrl = facts?.current.certainty === 'exact' ? facts.current.url : null;
  useEffect(() => {
    onCurrentUrl(certainUrl);
    return () => onCurrentUrl(null);
  }, [certainUrl, onCurrentUrl]);

  if (facts) {
    const { current } = facts;
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
        <Provenance facts={facts} />
      </>
    );
  }
  if (isError) {
    return (
      <div className="grid justify-items-start gap-2 text-sm">
        <p className="text-bad">{t('failed')}</p>
        <Button size="sm" onClick={() => void refetch()}>
          {shared('retry')}
        </Button>
      </div>
    );
  }
  return (
    <div role="status">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-10 w-full" />
    </div>
  );
}
