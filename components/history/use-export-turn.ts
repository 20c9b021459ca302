'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { ProblemError } from '#lib/client/fetch-json.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { exportTurn } from '#lib/exports/cache.ts';
import type { ExportReady } from '#lib/exports/view.ts';
import type { ExportPlace } from '#lib/server/export-queue.ts';

type Waiting = Pick<ExportReady, 'id'> & { place: ExportPlace };

/** Waits for the turn of a recorded export while the dialog is open, then calls `onTurn`. Leaving gives the place up. */
export function useExportTurn(onTurn: (id: string) => void) {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const { data, error } = useQuery({ ...exportTurn(waiting?.id ?? ''), enabled: waiting !== null });
  const go = useEffectEvent(onTurn);
  const isTurn = waiting !== null && data?.place === null;
  useEffect(() => {
    if (!isTurn || waiting === null) return;
    setWaiting(null);
    go(waiting.id);
  }, [isTurn, waiting]);

  // The ticket is gone: the export has to be asked for again.
  const ended: Problem | null =
    error instanceof ProblemError && error.problem.code === 'not_found' ? error.problem : null;
  return {
    wait: setWaiting,
    place: waiting === null || ended ? null : (data?.place ?? waiting.place),
    lost: error !== null,
    ended,
  };
}
