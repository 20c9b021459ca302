'use client';
'use no memo';

import { type ReactNode, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { Card } from '#components/ui/card.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';

/** The place beside the form for what is known of the number; `children` come once there is one. */
export function FactsBox({ number, children }: { number: string | null; children: ReactNode }) {
  const t = useTranslations('bind.facts');
  return (
    <aside aria-labelledby="facts-title" className="min-w-0 xl:sticky xl:top-8">
      <Card className="p-4">
        <h2 id="facts-title" className="text-sm font-medium text-ink-2">
          {t('title')}
        </h2>
        {number === null ? (
          <p className="mt-2 text-sm text-ink-3">{t('empty')}</p>
        ) : (
          <div className="mt-2 grid gap-2">
            <NumberText number={number} className="font-mono text-lg font-medium" />
            <Suspense fallback={<Skeleton className="h-10 w-full" />}>{children}</Suspense>
          </div>
        )}
        <p className="mt-3 border-t border-line pt-3 text-xs text-ink-3">{t('outside')}</p>
      </Card>
    </aside>
  );
}
