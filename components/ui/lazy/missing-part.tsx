'use client';

import { clsx } from 'clsx';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { Problem } from '#lib/domain/problem.ts';

/** In the flow of the page, over its lower edge, or nowhere. */
export type PartPlace = 'here' | 'over' | 'none';

type MissingPartProps = {
  problem: Problem;
  place: PartPlace;
  busy: boolean;
  onRetry: () => void;
  /** Closes what the part would have opened. */
  onClose?: (() => void) | undefined;
};

/** Stands where a part of the page should be: why it is not there, and the way on. */
export function MissingPart({ problem: { code, params }, place, busy, onRetry, onClose }: MissingPartProps) {
  const t = useTranslations('ui');
  const sentence = useTranslations('problems');
  const [closed, setClosed] = useState(false);
  const close = () => {
    setClosed(true);
    onClose?.();
  };
  if (closed) return null;
  return (
    <Notice
      tone="warn"
      role="alert"
      className={clsx(
        place === 'over' && 'fixed inset-x-3 bottom-3 z-50 mx-auto max-w-lg bg-raised! shadow-lift',
        place === 'here' && 'm-2',
      )}
      title={t('part.title')}
      actions={
        <>
          <Button size="sm" busy={busy} onClick={onRetry}>
            {t('retry')}
          </Button>
          {code === 'offline' ? null : (
            <Button size="sm" onClick={() => window.location.reload()}>
              {t('reload')}
            </Button>
          )}
          {place === 'over' ? (
            <Button size="sm" look="quiet" onClick={close}>
              {t('dialog.close')}
            </Button>
          ) : null}
        </>
      }
    >
      {sentence(code, params ?? {})}
    </Notice>
  );
}
