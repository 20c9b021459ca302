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
  const shown = reveal.hiding.filter(reveal.isWhole);
  const hidden = reveal.hiding.filter((which) => !reveal.isWhole(which));
  return (
    <div className="mt-3 grid gap-2 text-sm text-ink-2">
      {hidden.length > 0 ? (
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
          {/* One button hides what is shown whole again, be it one URL or both. */}
          {shown.length > 0 ? (
            <Button size="sm" onClick={() => shown.forEach(reveal.hide)}>
              <EyeOff aria-hidden className="size-3.5" />
              <span>{t('hide')}</span>
            </Button>
          ) : null}
          {hidden.map((which) => (
            <Button
              key={which}
              size="sm"
              busy={reveal.busy === which}
              title={t('hint')}
              onClick={() => void reveal.reveal(which)}
            >
              <Eye aria-hidden className="size-3.5" />
              <span>{t(which)}</span>
            </Button>
          ))}
          {hidden.length > 0 ? <span className="text-xs text-ink-3">{t('hint')}</span> : null}
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
