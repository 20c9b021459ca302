'use client';

import { lazy, Suspense, useRef } from 'react';
import { CompareBar } from '#components/numbers/compare-bar.tsx';
import { TimelineList } from '#components/numbers/timeline-list.tsx';
import { toggleChosen } from '#components/numbers/use-number-search.ts';
import type { TimelinePage } from '#lib/numbers/view-timeline.ts';

const loadComparePanel = () => import('#components/numbers/compare-panel.tsx');
const ComparePanel = lazy(loadComparePanel);

type TimelineWithCompareProps = {
  pages: readonly TimelinePage[];
  chosen: readonly string[];
  onChosen: (ids: string[]) => void;
  onOlder: (() => void) | null;
  loadingOlder: boolean;
};

/** The timeline, and above it the comparison of the two entries that are chosen in it. */
export function TimelineWithCompare({ chosen, onChosen, ...list }: TimelineWithCompareProps) {
  const compareTitle = useRef<HTMLHeadingElement>(null);
  const clear = () => onChosen([]);
  const choose = (id: string) => {
    void loadComparePanel();
    onChosen(toggleChosen(chosen, id));
  };
  const show = () => {
    compareTitle.current?.focus({ preventScroll: true });
    compareTitle.current?.scrollIntoView({ block: 'center' });
  };
  return (
    <div className="grid min-w-0 gap-4">
      {chosen.length === 2 ? (
        <Suspense>
          <ComparePanel chosen={chosen} onClear={clear} titleRef={compareTitle} />
        </Suspense>
      ) : null}
      {/* Around the list alone, so that the bar leaves when the comparison itself is in sight. */}
      <div className="grid min-w-0 gap-4">
        <TimelineList {...list} chosen={chosen} onChoose={choose} />
        {chosen.length > 0 ? <CompareBar count={chosen.length} onShow={show} onClear={clear} /> : null}
      </div>
    </div>
  );
}
