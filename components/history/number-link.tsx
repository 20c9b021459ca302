'use client';

import { useTranslations } from 'use-intl';
import { historyHref } from '#components/history/history-href.ts';
import { NumberText } from '#components/ui/number-text.tsx';

/** A number that leads to all of its changes. */
export function NumberLink({ number, onFind }: { number: string; onFind?: (query: string) => void }) {
  const t = useTranslations('history.table');
  return (
    <FindLink query={number} title={t('sameNumber', { number })} {...(onFind ? { onFind } : {})}>
      <NumberText number={number} />
    </FindLink>
  );
}

type FindLinkProps = {
  query: string;
  title: string;
  onFind?: (query: string) => void;
  children: React.ReactNode;
};

/** A link to history searched for this text; a plain click stays on the page. */
export function FindLink({ query, title, onFind, children }: FindLinkProps) {
  return (
    <a
      href={historyHref({ q: query })}
      title={title}
      className="max-w-full truncate rounded-sm underline-offset-3 hover:underline"
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
