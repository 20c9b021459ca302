'use client';
'use no memo';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';

type IgnoredNoticeProps = {
  names: readonly string[];
  onRemove: () => void;
  /** What else of the address had no effect. */
  children?: ReactNode;
};

/** Says which parts of the address had no effect. */
export function IgnoredNotice({ names, onRemove, children = null }: IgnoredNoticeProps) {
  const t = useTranslations('ui.ignored');
  // A made-up address can hold any number of names of any length; five of them tell what is wrong. Next's server
  // side loses a parameter named __proto__, so that one would make server and browser draw different pages.
  const shown = names
    .filter((name) => name !== '__proto__')
    .slice(0, 5)
    .map((name) => name.slice(0, 40));
  if (shown.length === 0 && children === null) return null;
  return (
    <Notice
      tone="warn"
      role="status"
      actions={
        <Button size="sm" onClick={onRemove}>
          {t('remove')}
        </Button>
      }
    >
      {shown.length === 0 ? null : <p>{t('names', { names: shown.join(', ') })}</p>}
      {children}
    </Notice>
  );
}
