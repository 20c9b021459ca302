'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { LineSource } from '#components/bulk/new/use-dry-run.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';

type SourceBarProps = {
  source: LineSource;
  count: number;
  onAgain: () => void;
  /** Fields for what lines do not say themselves. */
  children: ReactNode;
};

/** Where the lines came from, and the way back to other ones. */
export function SourceBar({ source: { from, name }, count, onAgain, children }: SourceBarProps) {
  const t = useTranslations('bulk.input');
  return (
    <Card className="grid gap-3.5 px-4 py-3 sm:px-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-0 break-words">
          <span className="font-medium">{t(`from.${from}`, { name })}</span>{' '}
          <span className="figures text-ink-2">{t('count', { count })}</span>
        </p>
        <Button size="sm" className="ms-auto" onClick={onAgain}>
          {t('again')}
        </Button>
      </div>
      {children}
    </Card>
  );
}
