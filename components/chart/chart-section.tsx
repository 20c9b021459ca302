'use client';
'use no memo';

import { ChartColumn } from 'lucide-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { chartCookie } from '#components/chart/chart-cookie.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { setPreferenceCookie } from '#components/ui/preference-cookie.ts';
import type { HistorySearch } from '#lib/history/schema.ts';

const OutcomeChart = lazyWithRetry(() => import('#components/chart/outcome-chart.tsx'));

type ChartSectionProps = {
  search: HistorySearch;
  /** As this person left it. */
  initiallyShown: boolean;
  onSearch: (search: HistorySearch) => void;
};

/** Outcomes over time above the table, while a person shows it. Its space is reserved before its code is loaded. */
export function ChartSection({ search, initiallyShown, onSearch }: ChartSectionProps) {
  const t = useTranslations('chart');
  const [shown, setShown] = useState(initiallyShown);
  const box = useRef<HTMLDivElement>(null);
  const seen = useSeen(box, shown);
  const toggle = () => {
    setShown(!shown);
    setPreferenceCookie(chartCookie, shown ? 'off' : 'on');
  };
  return (
    <Card aria-label={t('title')} className="px-4 py-2.5">
      <div className="flex items-center justify-between gap-3">
        <h2 className="flex items-center gap-2 text-sm font-medium">
          <ChartColumn aria-hidden className="size-4 text-ink-3" />
          <span>{t('title')}</span>
        </h2>
        <Button look="quiet" size="sm" aria-expanded={shown} onClick={toggle}>
          {t(shown ? 'hide' : 'show')}
        </Button>
      </div>
      {shown ? (
        <div ref={box} className="min-h-48 sm:min-h-40">
          {seen ? (
            <Suspense>
              <OutcomeChart search={search} onSearch={onSearch} />
            </Suspense>
          ) : null}
        </div>
      ) : null}
    </Card>
  );
}

/** True from the moment the element is on the screen. */
function useSeen(ref: React.RefObject<HTMLElement | null>, there: boolean): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element || !there) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, there]);
  return seen;
}
