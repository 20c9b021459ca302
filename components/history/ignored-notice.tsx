'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';

/** Says which parts of the address had no effect (H20). */
export function IgnoredNotice({ names, onRemove }: { names: readonly string[]; onRemove: () => void }) {
  const t = useTranslations('history');
  if (names.length === 0) return null;
  // A made-up address can hold any number of names of any length; five of them tell what is wrong.
  const shown = names.slice(0, 5).map((name) => name.slice(0, 40));
  return (
    <Notice
      tone="warn"
      role="status"
      actions={
        <Button size="sm" onClick={onRemove}>
          {t('ignoredRemove')}
        </Button>
      }
    >
      {t('ignored', { names: shown.join(t('chip.or')) })}
    </Notice>
  );
}
