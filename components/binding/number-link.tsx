'use client';

import { clsx } from 'clsx';
import { ListFilter } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { NumberText } from '#components/ui/number-text.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import { historyHref } from '#lib/history/href.ts';
import { paths } from '#lib/paths.ts';

/** A number that leads to its page. */
export function NumberLink({ appId, number }: { appId: string; number: string }) {
  const t = useTranslations('history.table');
  return (
    <PageLink
      href={paths.number(appId, number)}
      title={t('numberPage', { number })}
      className="max-w-full truncate rounded-sm underline-offset-3 hover:underline"
    >
      <NumberText number={number} />
    </PageLink>
  );
}

/** The way to all changes of a number; where there is a mouse it shows in the row that is pointed at. */
export function NumberFilter({ number, onFind }: { number: string; onFind?: (query: string) => void }) {
  const t = useTranslations('history.table');
  return (
    <FindLink
      query={number}
      title={t('sameNumber', { number })}
      className="-my-1 grid size-6 shrink-0 place-items-center text-ink-3 opacity-0 group-hover/row:opacity-100 hover:text-ink focus-visible:opacity-100 pointer-coarse:size-9 pointer-coarse:opacity-100"
      {...(onFind ? { onFind } : {})}
    >
      <ListFilter aria-hidden className="size-3.5" />
    </FindLink>
  );
}

type FindLinkProps = {
  query: string;
  title: string;
  onFind?: (query: string) => void;
  className?: string;
  children: React.ReactNode;
};

/** A link to history searched for this text; a plain click stays on the page. */
export function FindLink({ query, title, onFind, className, children }: FindLinkProps) {
  return (
    <a
      href={historyHref({ q: query })}
      title={title}
      className={clsx('max-w-full truncate rounded-sm underline-offset-3 hover:underline', className)}
      onClick={(event) => {
        if (!onFind || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        onFind(query);
      }}
    >
      {children}
    </a>
  );
}
