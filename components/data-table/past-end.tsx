'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

/** A page past the end of the list, and the way back into it. */
export function PastEnd({ action, onBack }: { action: string; onBack: () => void }) {
  const t = useTranslations('ui.empty');
  return (
    <EmptyState title={t('pastEnd')} action={<Button onClick={onBack}>{action}</Button>}>
      <p>{t('pastEndText')}</p>
    </EmptyState>
  );
}
