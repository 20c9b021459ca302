'use client';

import { Suspense, use } from 'react';
import { useProblemText } from '#components/form/problem-text.ts';
import { loadResultPanel } from '#components/review/lazy.ts';
import { RestoreContext } from '#components/review/restore-context.ts';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { Notice } from '#components/ui/notice.tsx';

const ResultPanel = lazyWithRetry(loadResultPanel);

/** Where a desk's result stands until it is dismissed; nothing before there is one. */
export function RestoreResult() {
  const desk = use(RestoreContext);
  const problemText = useProblemText();
  if (desk?.problem)
    return (
      <Notice tone="bad" role="alert">
        {problemText(desk.problem)}
      </Notice>
    );
  if (!desk?.answer) return null;
  return (
    <Suspense>
      <ResultPanel answer={desk.answer} onAnswer={desk.show} onUndo={desk.undo} onDismiss={desk.dismiss} />
    </Suspense>
  );
}
