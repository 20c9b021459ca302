'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';

/** Says which parts of the address had no effect (H20). */
export function IgnoredNotice({ names, onRemove }: { names: readonly string[]; onRemove: () => void }) {
  const t = useTranslations('history');
  // A made-up address can hold any number of names of any length; five of them tell what is wrong. Next's server
  // side loses a parameter named __proto__, so that one would make server and browser draw different pages.
  const shown = names
    .filter((name) => name !== '__proto__')
    .slice(0, 5)
    .map((name) => name.slice(0, 40));
  if (shown.length === 0) return null;
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
