'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { hostHistoryHref, hostNumbersHref, numberHistoryHref } from '#components/timeline/number-links.ts';
import { Card } from '#components/ui/card.tsx';
import { linkClass } from '#components/ui/link-class.ts';
import { PageLink } from '#components/ui/page-link.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { hostShares } from '#lib/timeline/cache.ts';
import type { HostShare } from '#lib/timeline/view.ts';

type NumberAroundProps = {
  appId: string;
  number: string;
  /** Names the present state; another one may have other hosts. */
  stamp: string;
};

/** What shares the number's host, and its own and the host's history. */
export function NumberAround({ appId, number, stamp }: NumberAroundProps) {
  const t = useTranslations('number.hosts');
  const { data: shares, isError } = useQuery(hostShares({ appId, number }, stamp));
  return (
    <Card aria-labelledby="number-around" className="px-5 py-4">
      <h2 id="number-around" className="text-sm font-semibold text-ink">
        {t('title')}
      </h2>
      <ul className="mt-2 grid gap-1.5 text-sm">
        {shares?.map((share) => (
          <SharedHost key={share.host} share={share} />
        ))}
        {shares || isError ? null : (
          <li>
            <Skeleton className="h-5 w-full" />
          </li>
        )}
        {isError ? <li className="text-ink-2">{t('failed')}</li> : null}
        <Item href={numberHistoryHref(appId, number)}>{t('historyOfNumber')}</Item>
      </ul>
    </Card>
  );
}

function SharedHost({ share: { host, others, exact } }: { share: HostShare }) {
  const t = useTranslations('number.hosts');
  return (
    <>
      {others === 0 ? (
        <li className="break-words text-ink-2">{t('none', { host })}</li>
      ) : (
        <Item href={hostNumbersHref(host)}>{t(exact ? 'others' : 'atLeast', { count: others, host })}</Item>
      )}
      <Item href={hostHistoryHref(host)}>{t('historyOfHost', { host })}</Item>
    </>
  );
}

function Item({ href, children }: { href: string; children: ReactNode }) {
  return (
    <li>
      <PageLink href={href} className={`${linkClass} break-words`}>
        {children}
      </PageLink>
    </li>
  );
}
