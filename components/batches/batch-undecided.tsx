'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';

/** That lines wait for a person, and the way to them. */
export function BatchUndecided({ count, onShow }: { count: number; onShow: () => void }) {
  const t = useTranslations('batches.undecided');
  if (count === 0) return null;
  return (
    <Notice
      tone="warn"
      title={t('title', { count })}
      actions={
        <Button size="sm" onClick={onShow}>
          {t('show')}
        </Button>
      }
    >
      {t('text')}
    </Notice>
  );
}
