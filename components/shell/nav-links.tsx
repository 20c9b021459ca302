'use client';

import { clsx } from 'clsx';
import { Cable, History, LayoutDashboard, ListChecks, Phone, Plug, ScrollText, Users } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { PageLink } from '#components/shell/page-link.tsx';
import { places } from '#components/shell/places.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Role } from '#lib/domain/role.ts';

const icons = {
  overview: LayoutDashboard,
  bind: Cable,
  history: History,
  numbers: Phone,
  bulk: ListChecks,
  people: Users,
  records: ScrollText,
  settings: Plug,
};

/** The pages this viewer may open; a page that may not be opened is not shown at all. */
export function NavLinks({ role }: { role: Role }) {
  const t = useTranslations('shell.nav');
  const pathname = usePathname();
  return (
    <nav aria-label={t('label')}>
      <ul className="flex flex-wrap gap-0.5 lg:flex-col lg:flex-nowrap">
        {places
          .filter((place) => can({ role }, place.permission))
          .map(({ name, href }) => {
            const Icon = icons[name];
            const here = pathname === href || pathname.startsWith(`${href}/`);
            return (
              <li key={name}>
                <PageLink
                  href={href}
                  aria-current={here ? 'page' : undefined}
                  className={clsx(
                    'flex min-h-8 items-center gap-2.5 rounded-md px-2.5 py-1 transition-colors pointer-coarse:min-h-11',
                    here ? 'bg-hover font-medium text-ink' : 'text-ink-2 hover:bg-hover hover:text-ink',
                  )}
                >
                  <Icon
                    aria-hidden
                    className={clsx('size-4 max-[27rem]:hidden', here ? 'text-accent' : 'text-ink-3')}
                  />
                  {t(name)}
                </PageLink>
              </li>
            );
          })}
      </ul>
    </nav>
  );
}
