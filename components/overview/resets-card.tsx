'use client';

import { useTranslations } from 'use-intl';
import { LinkMadeBy } from '#components/people/link-made-by.tsx';
import { LinkUsed } from '#components/people/link-used.tsx';
import { quietLinkClass } from '#components/ui/link-class.ts';
import { Notice } from '#components/ui/notice.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import { eventsHref } from '#lib/audit-log/search-params.ts';
import type { ResetView } from '#lib/people/view-reset.ts';

/** Passwords that were reset by a link, for all admins: whose, by whose link, when and from where. */
export function ResetsCard({ resets }: { resets: readonly ResetView[] }) {
  const t = useTranslations('passwordReset');
  return (
    <Notice tone="warn" title={t('overview.title', { count: resets.length })}>
      <ul className="my-1 grid gap-2">
        {resets.map((reset) => (
          <li key={reset.id}>
            <p className="font-medium break-words text-ink">{t('overview.of', reset.person)}</p>
            <LinkUsed reset={reset} />
            <LinkMadeBy by={reset.by} />
          </li>
        ))}
      </ul>
      <p className="max-w-prose text-pretty">{t('overview.text')}</p>
      <p>
        <PageLink href={eventsHref({ group: ['people'] })} className={quietLinkClass}>
          {t('overview.show')}
        </PageLink>
      </p>
    </Notice>
  );
}
