'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import type { EventPage } from '#lib/events/view.ts';
import { paths } from '#lib/paths.ts';

/** Plain links: the page is drawn on the server. At an end there is nothing to follow. */
export function RecordsPager({ page }: { page: EventPage }) {
  const t = useTranslations('records.pages');
  const { newerCursor, olderCursor } = page;
  if (newerCursor === null && olderCursor === null) return null;
  return (
    <nav aria-label={t('label')} className="flex justify-end gap-2 border-t border-line px-5 py-3">
      {newerCursor === null ? null : (
        <a href={`${paths.records}?before=${newerCursor}`} className={buttonClass('plain', 'sm')}>
          <ChevronLeft aria-hidden className="size-4" />
          {t('newer')}
        </a>
      )}
      {olderCursor === null ? null : (
        <a href={`${paths.records}?after=${olderCursor}`} className={buttonClass('plain', 'sm')}>
          {t('older')}
          <ChevronRight aria-hidden className="size-4" />
        </a>
      )}
    </nav>
  );
}
