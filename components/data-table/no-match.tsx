'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

type NoMatchProps = {
  title: string;
  filters: readonly { text: string }[];
  onClear: () => void;
  /** Other ways on, beside taking all filters away. */
  children?: ReactNode;
};

/** Nothing matches: by which filters, and the way out of them. */
export function NoMatch({ title, filters, onClear, children }: NoMatchProps) {
  const t = useTranslations('ui.empty');
  const or = useTranslations('history.chip')('or');
  return (
    <EmptyState
      title={title}
      action={
        <div className="flex flex-wrap gap-2">
          <Button onClick={onClear}>{t('clear')}</Button>
          {children}
        </div>
      }
    >
      <p className="break-words">{t('filters', { filters: filters.map(({ text }) => text).join(or) })}</p>
    </EmptyState>
  );
}
