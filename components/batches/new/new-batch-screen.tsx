'use client';

import { useState } from 'react';
import { NewBatchWorkspace } from '#components/batches/new/new-batch-workspace.tsx';
import type { NewBatchProps } from '#components/batches/new/use-new-batch.ts';
import { useHydrated } from '#components/ui/use-hydrated.ts';

/** What the tab kept is not known to the server: the first picture is the same page, asleep, and takes no input. */
export function NewBatchScreen(props: NewBatchProps) {
  const hydrated = useHydrated();
  const [round, setRound] = useState(0);
  return (
    <NewBatchWorkspace
      {...props}
      key={hydrated ? round : 'asleep'}
      asleep={!hydrated}
      onRestart={() => setRound(round + 1)}
    />
  );
}
