'use client';

import { useEffect, useEffectEvent } from 'react';
import { type KnownNumbers, knownOfOpen } from '#components/batches/new/lines/classify-lines.ts';
import type { DryRun } from '#components/batches/new/lines/use-dry-run.ts';
import type { PlannedLine } from '#lib/batches/lines/plan.ts';

/** Once every number that open lines may mean has been looked up, those that the apps already have settle them. */
export function useKnownNumbers(dryRun: DryRun, plan: readonly PlannedLine[], known: KnownNumbers): void {
  const settle = useEffectEvent(() => {
    if (dryRun.busyWith !== null || !plan.some(({ kind }) => kind === 'ask')) return;
    const told = new Set(dryRun.present?.known.map(({ appId, number }) => `${appId} ${number}`));
    const found = knownOfOpen(plan, known)?.filter(({ appId, number }) => !told.has(`${appId} ${number}`));
    if (found && found.length > 0) dryRun.setKnown(found);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever lines or what is known of them change
  useEffect(() => settle(), [plan, known]);
}
