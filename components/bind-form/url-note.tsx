'use client';
'use no memo';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { UrlOffer } from '#components/bind-form/url-offer.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Result } from '#lib/domain/result.ts';
import type { CallbackUrl, UrlHint } from '#lib/domain/urls/callback-url.ts';

const warnings: readonly UrlHint[] = [
  'http',
  'mixed_script',
  'placeholder',
  'placeholder_part',
  'unusual_port',
];

type UrlNoteProps = {
  typed: string;
  reading: Result<CallbackUrl>;
  /** The URL last set here, to say "same as current". */
  currentUrl: string | null;
  /** A host bound before that this one misses by a character. */
  meantHost: string | null;
  onUse: (url: string) => void;
};

/** Live remarks on the URL: what was taken away, what will be sent if it differs from what is typed, what to mind. */
export function UrlNote({ typed, reading, currentUrl, meantHost, onUse }: UrlNoteProps) {
  const t = useTranslations('bind.url');
  if (!reading.ok) return <UrlOffer problem={reading.problem} onUse={onUse} />;
  const { url, host, hints, displayHost, placeholders, ending } = reading.value;
  const names = placeholders.join(' ');
  return (
    <div className="mt-1.5 text-sm text-ink-2">
      {url === typed ? null : (
        <p>
          <span>{t('willBe')}</span> <span className="font-mono break-all text-ink">{url}</span>
        </p>
      )}
      {hints.map((hint) => {
        const warns = warnings.includes(hint);
        return (
          <p key={hint} className={warns ? 'flex gap-1.5 text-warn' : undefined}>
            {warns ? <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" /> : null}
            <span className="min-w-0 wrap-anywhere">
              {t(`hints.${hint}`, { host: displayHost, placeholders: names })}
            </span>
          </p>
        );
      })}
      {ending ? (
        <p className="flex flex-wrap items-center gap-2 text-warn">
          <span>{t('ends', { mark: ending.mark })}</span>
          <Button size="sm" title={ending.without} onClick={() => onUse(ending.without)}>
            {t('takeOff')}
          </Button>
        </p>
      ) : null}
      {meantHost ? (
        <p className="flex flex-wrap items-center gap-2 text-warn">
          <span>{t('nearMiss', { host: meantHost })}</span>
          <Button size="sm" onClick={() => onUse(url.replace(`//${host}`, `//${meantHost}`))}>
            {t('nearMissUse', { host: meantHost })}
          </Button>
        </p>
      ) : null}
      {url === currentUrl ? <p>{t('sameAsCurrent')}</p> : null}
    </div>
  );
}
