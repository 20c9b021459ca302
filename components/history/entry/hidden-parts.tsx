'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/form/problem-text.ts';
import type { Reveal } from '#components/history/entry/use-reveal.ts';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';

/** What the URLs above hide, and for an admin the way to see one of them whole, on record. */
export function HiddenParts({ reveal }: { reveal: Reveal }) {
  const t = useTranslations('auditLog.reveal');
  const problemText = useProblemText();
  if (reveal.hiding.length === 0) return null;
  const stillHiding = reveal.hiding.some((which) => !reveal.isWhole(which));
  return (
    <div className="mt-3 grid gap-2 text-sm text-ink-2">
      {stillHiding ? (
        <p>
          <span>{t('hidden')}</span> {reveal.differsUnseen ? <strong>{t('differs')}</strong> : null}
        </p>
      ) : null}
      {reveal.mayReveal ? (
        <div className="flex flex-wrap items-center gap-2">
          {reveal.differsUnseen && reveal.hiding.length > 1 ? (
            <Button size="sm" title={t('hint')} onClick={() => void reveal.revealBoth()}>
              <Eye aria-hidden className="size-3.5" />
              <span>{t('both')}</span>
            </Button>
          ) : null}
          {reveal.hiding.map((which) => {
            const whole = reveal.isWhole(which);
            const Icon = whole ? EyeOff : Eye;
            return (
              <Button
                key={which}
                size="sm"
                busy={reveal.busy === which}
                title={whole ? undefined : t('hint')}
                onClick={() => (whole ? reveal.hide(which) : void reveal.reveal(which))}
              >
                <Icon aria-hidden className="size-3.5" />
                <span>{t(whole ? 'hide' : which)}</span>
              </Button>
            );
          })}
          {stillHiding ? <span className="text-xs text-ink-3">{t('hint')}</span> : null}
        </div>
      ) : null}
      {reveal.problem ? (
        <Notice tone="bad" role="alert">
          {problemText(reveal.problem)}
        </Notice>
      ) : null}
    </div>
  );
}
