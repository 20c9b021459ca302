'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import type { DeniedCount } from '#lib/history/view.ts';

type DeniedNoteProps = { denied: DeniedCount | null; isShown: boolean; onShow: () => void };

/** How many denied attempts the list above does not hold, and the way to those that it can. */
export function DeniedNote({ denied, isShown, onShow }: DeniedNoteProps) {
  const t = useTranslations('history.denied');
  if (denied === null || denied.leftOut + denied.counted === 0) return null;
  const { leftOut, counted } = denied;
  return (
    <div className="-mt-2 flex flex-wrap items-center gap-x-4.5 text-sm text-ink-2">
      <p>{isShown ? t('counted', { count: counted }) : t('leftOut', { count: leftOut + counted })}</p>
      {isShown ? null : (
        <Button look="quiet" size="sm" className="-ms-2.5" onClick={onShow}>
          {t('show')}
        </Button>
      )}
    </div>
  );
}
