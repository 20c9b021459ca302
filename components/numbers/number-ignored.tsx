'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';

type NumberIgnoredProps = {
  names: readonly string[];
  /** How many changes were to be compared that are not of this number. */
  foreign: number;
  onRemove: () => void;
};

/** Says which parts of the address had no effect. A made-up address can hold any number of names of any length. */
export function NumberIgnored({ names, foreign, onRemove }: NumberIgnoredProps) {
  const t = useTranslations('number');
  // Next's server side loses a parameter named __proto__, so naming it would make server and browser differ.
  const shown = names.filter((name) => name !== '__proto__').map((name) => name.slice(0, 40));
  if (shown.length === 0 && foreign === 0) return null;
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
      {shown.length === 0 ? null : <p>{t('ignored', { names: shown.slice(0, 5).join(', ') })}</p>}
      {foreign === 0 ? null : <p>{t('foreign', { count: foreign })}</p>}
    </Notice>
  );
}
