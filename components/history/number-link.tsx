'use client';

import { clsx } from 'clsx';
import { ListFilter } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { historyHref } from '#components/history/history-href.ts';
import { PageLink } from '#components/shell/page-link.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import { paths } from '#lib/paths.ts';

type NumberLinkProps = { appId: string; number: string; onFind?: (query: string) => void };

/** A number that leads to its page, and beside it the way to all of its changes. */
export function NumberLink({ appId, number, onFind }: NumberLinkProps) {
  const t = useTranslations('history.table');
  return (
    <span className="group/number flex max-w-full items-center gap-1">
      <PageLink
        href={paths.number(appId, number)}
        title={t('numberPage', { number })}
        className="truncate rounded-sm underline-offset-3 hover:underline"
      >
        <NumberText number={number} />
      </PageLink>
      <FindLink
        query={number}
        title={t('sameNumber', { number })}
        className="opacity-0 group-hover/number:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
        {...(onFind ? { onFind } : {})}
      >
        <ListFilter aria-hidden className="size-4" />
        <span className="sr-only">{t('sameNumber', { number })}</span>
      </FindLink>
    </span>
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
