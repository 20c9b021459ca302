'use client';

import { Suspense, useRef } from 'react';
import { CompareBar } from '#components/timeline/compare-bar.tsx';
import { TimelineList } from '#components/timeline/timeline-list.tsx';
import { toggleChosen } from '#components/timeline/use-number-search.ts';
import { lazyWithRetry, preload } from '#components/ui/lazy/lazy-with-retry.tsx';
import type { TimelinePage } from '#lib/timeline/view.ts';

const loadComparePanel = () => import('#components/timeline/compare-panel.tsx');
const ComparePanel = lazyWithRetry(loadComparePanel);

type TimelineWithCompareProps = {
  pages: readonly TimelinePage[];
  chosen: readonly string[];
  onChosen: (ids: string[]) => void;
  onOlder: (() => void) | null;
  loadingOlder: boolean;
};

/** The timeline, and above it the comparison of the two entries that are chosen in it. */
export function TimelineWithCompare({ chosen, onChosen, ...list }: TimelineWithCompareProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const isWanted = useRef(false);
  const listTitle = useRef<HTMLHeadingElement>(null);
  // What was pressed goes away with the choice, so the focus needs another place.
  const clear = () => {
    listTitle.current?.focus({ preventScroll: true });
    onChosen([]);
  };
  const choose = (id: string) => {
    preload(loadComparePanel);
    onChosen(toggleChosen(chosen, id));
  };
  const lead = () => {
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: 'center' });
  };
  // The panel's code may still be on its way when somebody asks for it.
  const show = () => {
    isWanted.current = title.current === null;
    lead();
  };
  const meetTitle = (heading: HTMLHeadingElement | null) => {
    title.current = heading;
    if (heading === null || !isWanted.current) return;
    isWanted.current = false;
    lead();
  };
  return (
    <div className="grid min-w-0 gap-4">
      {chosen.length === 2 ? (
        <Suspense>
          <ComparePanel chosen={chosen} onClear={clear} titleRef={meetTitle} />
        </Suspense>
      ) : null}
      {/* Around the list alone, so that the bar leaves when the comparison itself is in sight. */}
      <div className="grid min-w-0 gap-4">
        <TimelineList {...list} chosen={chosen} onChoose={choose} titleRef={listTitle} />
        {chosen.length > 0 ? <CompareBar count={chosen.length} onShow={show} onClear={clear} /> : null}
      </div>
    </div>
  );
}
