'use client';

import { type Ref, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { TimelineEntry } from '#components/timeline/timeline-entry.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { announce } from '#components/ui/live-region.tsx';
import type { TimelinePage } from '#lib/timeline/view.ts';

type TimelineListProps = {
  pages: readonly TimelinePage[];
  chosen: readonly string[];
  onChoose: (id: string) => void;
  /** Null when the first binding of the number is shown. */
  onOlder: (() => void) | null;
  loadingOlder: boolean;
  titleRef: Ref<HTMLHeadingElement>;
};

/** Every binding of the number, newest first, a stretch at a time. */
export function TimelineList(props: TimelineListProps) {
  const { pages, chosen, onChoose, onOlder, loadingOlder, titleRef } = props;
  const t = useTranslations('number.timeline');
  const list = useOlderArrival(pages);
  const rows = pages.flatMap((page) => page.rows);
  return (
    <Card aria-labelledby="number-timeline" className="px-5 py-4">
      <h2 id="number-timeline" ref={titleRef} tabIndex={-1} className="text-sm font-semibold text-ink">
        {t('title')}
      </h2>
      <p className="text-sm text-ink-2">{t('about')}</p>
      <ol ref={list} className="mt-4 border-s border-line">
        {rows.map((binding) => (
          <li
            key={binding.id}
            className="relative ps-5 pb-6 before:absolute before:-start-[5px] before:top-2 before:size-[9px] before:rounded-full before:border-2 before:border-surface before:bg-line-strong last:pb-1"
          >
            <TimelineEntry binding={binding} chosen={chosen.includes(binding.id)} onChoose={onChoose} />
          </li>
        ))}
      </ol>
      <div className="mt-4">
        {onOlder ? (
          <Button busy={loadingOlder} onClick={onOlder}>
            {loadingOlder ? t('loadingOlder') : t('older')}
          </Button>
        ) : (
          <p className="text-sm text-ink-3">{rows.length === 0 ? t('none') : t('end')}</p>
        )}
      </div>
    </Card>
  );
}

/** Says that older entries came, and leads the focus to the first of them: the button may be gone. */
function useOlderArrival(pages: readonly TimelinePage[]) {
  const t = useTranslations('number.timeline');
  const list = useRef<HTMLOListElement>(null);
  const known = useRef(pages.length);
  useEffect(() => {
    const came = pages.length > known.current ? pages.at(-1) : undefined;
    known.current = pages.length;
    const first = came?.rows[0];
    if (!came || !first) return;
    announce(t('olderLoaded', { count: came.rows.length }));
    list.current?.querySelector<HTMLElement>(`[data-entry-link="${first.id}"]`)?.focus();
  }, [pages, t]);
  return list;
}
