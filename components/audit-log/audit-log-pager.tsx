'use client';
'use no memo';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { changeSearch } from '#components/audit-log/use-audit-log-search.ts';
import { buttonClass } from '#components/ui/button-class.ts';
import type { EventSearch } from '#lib/audit-log/search-params.ts';
import { eventsHref } from '#lib/audit-log/search-params.ts';
import type { EventPage } from '#lib/audit-log/view.ts';

/** Plain links: the page is drawn on the server. At an end there is nothing to follow. */
export function AuditLogPager({ page, search }: { page: EventPage; search: EventSearch }) {
  const t = useTranslations('auditLog.pages');
  const { newerCursor, olderCursor } = page;
  if (newerCursor === null && olderCursor === null) return null;
  return (
    <nav aria-label={t('label')} className="flex justify-end gap-2 border-t border-line px-5 py-3">
      {newerCursor === null ? null : (
        <a
          href={eventsHref({ ...changeSearch(search, {}), before: newerCursor })}
          className={buttonClass('plain', 'sm')}
        >
          <ChevronLeft aria-hidden className="size-4" />
          <span>{t('newer')}</span>
        </a>
      )}
      {olderCursor === null ? null : (
        <a
          href={eventsHref({ ...changeSearch(search, {}), after: olderCursor })}
          className={buttonClass('plain', 'sm')}
        >
          <span>{t('older')}</span>
          <ChevronRight aria-hidden className="size-4" />
        </a>
      )}
    </nav>
  );
}
