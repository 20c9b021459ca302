'use client';

import { useState } from 'react';
import { NewBatchDesk } from '#components/batches/new/new-batch-workspace.tsx';
import { useHydrated } from '#components/ui/use-hydrated.ts';
import type { Start } from '#lib/batches/initial-lines.ts';
import type { HomeCountryChoice } from '#lib/domain/home-country.ts';

export type NewBatchProps = {
  apps: readonly { id: string; name: string }[];
  /** Apps in which nothing is bound any more: lines that name one are told so. */
  retiredApps: readonly { id: string; name: string }[];
  allowHttp: boolean;
  homeCountry: HomeCountryChoice;
  /** From the address: what the page is opened with. */
  start: Start;
  viewerId: string;
};

/** What the tab kept is not known to the server: the first picture is the same page, asleep, and takes no input. */
export function NewBatchScreen(props: NewBatchProps) {
  const hydrated = useHydrated();
  const [round, setRound] = useState(0);
  return (
    <NewBatchDesk
      {...props}
      key={hydrated ? round : 'asleep'}
      asleep={!hydrated}
      onRestart={() => setRound(round + 1)}
    />
  );
}
