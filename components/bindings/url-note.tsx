'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import type { CallbackUrl, UrlHint } from '#lib/domain/callback-url.ts';
import type { Result } from '#lib/domain/result.ts';

const warnings: readonly UrlHint[] = ['http', 'mixed_script', 'placeholder', 'unusual_port'];

type UrlNoteProps = {
  typed: string;
  reading: Result<CallbackUrl>;
  /** The URL last set here, to say "same as current" (F4). */
  currentUrl: string | null;
  /** A host bound before that this one misses by a character. */
  meantHost: string | null;
  onUse: (url: string) => void;
};

/** Live remarks on the URL: what was taken away, what will be sent if it differs from what is typed, what to mind. */
export function UrlNote({ typed, reading, currentUrl, meantHost, onUse }: UrlNoteProps) {
  const t = useTranslations('bind.url');
  const canonical = reading.ok ? null : reading.problem.params?.canonical;
  if (!reading.ok) {
    if (typeof canonical !== 'string') return null;
    return (
      <div className="mt-1.5 flex flex-wrap items-center gap-2 text-sm">
        <span className="font-mono break-all">{canonical}</span>
        <Button size="sm" onClick={() => onUse(canonical)}>
          {t('use')}
        </Button>
      </div>
    );
  }
  const { url, host, hints, displayHost } = reading.value;
  return (
    <div className="mt-1.5 text-sm text-ink-2">
      {url === typed ? null : (
        <p>
          {t('willBe')} <span className="font-mono break-all text-ink">{url}</span>
        </p>
      )}
      {hints.map((hint) => {
        const warns = warnings.includes(hint);
        return (
          <p key={hint} className={warns ? 'flex gap-1.5 text-warn' : undefined}>
            {warns ? <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" /> : null}
            {t(`hints.${hint}`, { host: displayHost })}
          </p>
        );
      })}
      {meantHost ? (
        <p className="flex flex-wrap items-center gap-2 text-warn">
          {t('nearMiss', { host: meantHost })}
          <Button size="sm" onClick={() => onUse(url.replace(`//${host}`, `//${meantHost}`))}>
            {t('nearMissUse', { host: meantHost })}
          </Button>
        </p>
      ) : null}
      {url === currentUrl ? <p>{t('sameAsCurrent')}</p> : null}
    </div>
  );
}
