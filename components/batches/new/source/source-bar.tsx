'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { LineSource, Reading } from '#components/batches/new/lines/use-dry-run.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { controlClass } from '#components/ui/control-class.ts';

type SourceBarProps = {
  source: LineSource;
  count: number;
  workbook: Reading['workbook'];
  onSheet: (sheet: number) => void;
  onAgain: () => void;
  /** Fields for what lines do not say themselves. */
  children: ReactNode;
};

/** Where the lines came from, and the way back to other ones. */
export function SourceBar(props: SourceBarProps) {
  const { source, count, workbook, onSheet, onAgain, children } = props;
  const { from, name } = source;
  const t = useTranslations('newBatch.input');
  return (
    <Card className="grid gap-3.5 px-4 py-3 sm:px-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-0 break-words">
          <span className="font-medium">{t(`from.${from}`, { name })}</span>{' '}
          <span className="figures text-ink-2">{t('count', { count })}</span>
        </p>
        {workbook && workbook.sheets.length > 1 ? (
          <label className="flex min-w-0 items-center gap-2 text-sm text-ink-2">
            <span className="shrink-0">{t('sheet')}</span>
            <select
              value={workbook.sheet}
              onChange={(event) => onSheet(Number(event.target.value))}
              className={controlClass(false, 'max-w-56')}
            >
              {workbook.sheets.map((sheet, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: sheets are known by their place
                <option key={place} value={place} translate="no">
                  {sheet}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <Button size="sm" className="ms-auto" onClick={onAgain}>
          {t('again')}
        </Button>
      </div>
      {children}
    </Card>
  );
}
