'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';

type CompareBarProps = { count: number; onShow: () => void; onClear: () => void };

/** Stays in sight while entries are being chosen: how many are, and the way to the comparison. */
export function CompareBar({ count, onShow, onClear }: CompareBarProps) {
  const t = useTranslations('number.compare');
  return (
    <div className="pointer-events-none sticky bottom-4 z-10 flex justify-center">
      <div className="pointer-events-auto flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line bg-raised px-4 py-2.5 shadow-lift">
        <p role="status" className="text-sm text-ink">
          {count === 1 ? t('one') : t('two')}
        </p>
        <div className="flex flex-wrap gap-2">
          {count === 2 ? (
            <Button look="primary" size="sm" onClick={onShow}>
              {t('show')}
            </Button>
          ) : null}
          <Button look="quiet" size="sm" onClick={onClear}>
            {t('clear')}
          </Button>
        </div>
      </div>
    </div>
  );
}
