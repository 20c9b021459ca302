'use client';

import { useState } from 'react';

export type LiveMode = 'off' | 'running' | 'paused';

/** Live mode: rows come by themselves, and those that were there when it began step back. Off until asked for. */
export function useLive(isFirstPage: boolean) {
  const [mode, setMode] = useState<LiveMode>('off');
  const [old, setOld] = useState<ReadonlySet<string>>(new Set());
  return {
    /** Off on older pages, where nothing new can come. */
    mode: isFirstPage ? mode : 'off',
    old,
    set: (next: LiveMode, shownIds: readonly string[]) => {
      if (next === 'running') setOld(new Set(shownIds));
      setMode(next);
    },
  } as const;
}
