'use client';
'use no memo';

import { clsx } from 'clsx';
import { Cable, History, LayoutDashboard, ListChecks, Phone, Plug, ScrollText, Users } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { places } from '#components/shell/nav-items.ts';
import { PageLink } from '#components/ui/page-link.tsx';
import { can } from '#lib/auth/permissions.ts';
import type { Role } from '#lib/domain/role.ts';

const icons = {
  overview: LayoutDashboard,
  bind: Cable,
  history: History,
  numbers: Phone,
  batches: ListChecks,
  people: Users,
  auditLog: ScrollText,
  connection: Plug,
};

/**
 * The pages this viewer may open; a page that may not be opened is not shown at all. Where they stand above the page
 * they are one line, scrolled sideways to the page that is open.
 */
export function NavLinks({ role }: { role: Role }) {
  const t = useTranslations('shell.nav');
  const pathname = usePathname();
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another place
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current]');
    // Not scrollIntoView, which would move the page too.
    if (list.current && here)
      list.current.scrollLeft = here.offsetLeft - (list.current.clientWidth - here.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav aria-label={t('label')}>
      <ul
        ref={list}
        className="relative flex gap-0.5 max-lg:-mx-4 max-lg:-my-1 max-lg:overflow-x-auto max-lg:overscroll-x-contain max-lg:px-4 max-lg:py-1 max-lg:[scrollbar-width:thin] lg:flex-col"
      >
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
                    'flex min-h-8 items-center gap-2.5 rounded-md px-2.5 py-1 whitespace-nowrap transition-colors pointer-coarse:min-h-11',
                    here ? 'bg-hover font-medium text-ink' : 'text-ink-2 hover:bg-hover hover:text-ink',
                  )}
                >
                  <Icon
                    aria-hidden
                    className={clsx('size-4 max-[27rem]:hidden', here ? 'text-accent' : 'text-ink-3')}
                  />
                  <span>{t(name)}</span>
                </PageLink>
              </li>
            );
          })}
      </ul>
    </nav>
  );
}
