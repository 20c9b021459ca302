'use client';

import { useHydrated } from '#components/bindings/use-hydrated.ts';
import { NewBatchDesk } from '#components/bulk/new/new-batch-desk.tsx';
import type { Start } from '#components/bulk/new/start.ts';

export type NewBatchProps = {
  apps: readonly { id: string; name: string }[];
  allowHttp: boolean;
  /** From the address: what the page is opened with. */
  start: Start;
};

/** What the tab kept is not known to the server: the first picture is the same page, asleep, and takes no input. */
export function NewBatchScreen(props: NewBatchProps) {
  const hydrated = useHydrated();
  return <NewBatchDesk {...props} key={hydrated ? 'awake' : 'asleep'} asleep={!hydrated} />;
}
