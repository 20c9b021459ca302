'use client';

import { RefreshCw } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { useNumberLists } from '#components/numbers/use-number-lists.ts';
import { Button } from '#components/ui/button.tsx';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { ListView } from '#lib/numbers/view.ts';

const ListFailure = lazyWithRetry(() => import('#components/numbers/list-failure.tsx'));

/** When the provider's list was last read, for each app; admins may have it read again. */
export function ListStatus({ mayRefresh }: { mayRefresh: boolean }) {
  const t = useTranslations('numbers.list');
  const { lists, busy, refusal, refresh } = useNumberLists();
  return (
    <section aria-label={t('title')} className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="figures flex flex-wrap gap-x-3 gap-y-0.5 text-sm text-ink-2">
          <span className="text-ink-3">{t('title')}</span>
          <ul className="contents">
            {lists.map((list) => (
              <li key={list.appId}>
                {lists.length > 1 ? <span className="text-ink">{`${list.appName}: `}</span> : null}
                <ListText list={list} />
              </li>
            ))}
          </ul>
        </div>
        {mayRefresh && lists.length > 0 ? (
          <Button size="sm" busy={busy} onClick={refresh}>
            {busy ? null : <RefreshCw aria-hidden className="size-3.5 text-ink-3" />}
            <span>{t(busy ? 'refreshing' : 'refresh')}</span>
          </Button>
        ) : null}
      </div>
      {refusal === null ? null : (
        <Notice tone="bad" role="alert">
          {refusal}
        </Notice>
      )}
      {lists.some(({ failure }) => failure) ? (
        <Suspense>
          {lists.map((list) => (
            <ListFailure key={list.appId} list={list} />
          ))}
        </Suspense>
      ) : null}
    </section>
  );
}

function ListText({ list: { read, reading } }: { list: ListView }) {
  const t = useTranslations('numbers.list');
  if (reading) return <span>{t('reading', { name: reading.by, count: reading.count })}</span>;
  if (read === null) return <span>{t('never')}</span>;
  const { at, by: name, count, skipped } = read;
  return (
    <>
      <Sentence>{t.rich('read', { name, count, time: () => <Time at={at} show="relative" /> })}</Sentence>
      {skipped > 0 ? <span>{`; ${t('skipped', { count: skipped })}`}</span> : null}
    </>
  );
}
