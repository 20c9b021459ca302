'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import type { Problem } from '#lib/domain/problem.ts';

type UrlOfferProps = { problem: Problem; onUse: (url: string) => void };

/** The address that was probably meant by a text that is none, to be taken with one press; nothing for any other problem. */
export function UrlOffer({ problem: { code, params }, onUse }: UrlOfferProps) {
  const t = useTranslations('bind.url');
  const canonical = params?.canonical;
  const kept = params?.kept;
  if (typeof canonical !== 'string') return null;
  const asksEnd = code === 'url_ends_in_mark';
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1.5 text-sm">
      {asksEnd ? <span className="text-warn">{t('ends', { mark: String(params?.end) })}</span> : null}
      <span translate="no" className="font-mono break-all">
        {canonical}
      </span>
      <Button size="sm" onClick={() => onUse(canonical)}>
        {t(asksEnd ? 'takeOff' : 'use')}
      </Button>
      {asksEnd && typeof kept === 'string' ? (
        <Button size="sm" look="quiet" title={kept} onClick={() => onUse(kept)}>
          {t('keepEnd')}
        </Button>
      ) : null}
    </div>
  );
}
