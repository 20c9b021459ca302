'use client';

import { useEffect, useRef } from 'react';
import type { PlanAnswer, PlanMessage, PlanRequest } from '#components/batches/new/lines/line-messages.ts';
import type { PlannedLine } from '#lib/batches/lines/plan.ts';

/** `overtaken` by a newer question; `broken`: the browser could not run the worker. */
export type Planned = PlanAnswer | 'overtaken' | 'broken';

type Asking = { ask: number; worker: Worker; settle: (planned: Planned) => void };

const startWorker = (): Worker =>
  new Worker(new URL('./line-worker.ts', import.meta.url), { type: 'module' });

/** Asks the worker that reads and plans lines; it is started with the first question and ends with the page. */
export function usePlanner() {
  const asking = useRef<Asking | null>(null);
  const asks = useRef(0);

  useEffect(
    () => () => {
      asking.current?.worker.terminate();
      asking.current = null;
    },
    [],
  );

  return (request: Omit<PlanRequest, 'ask'>): Promise<Planned> =>
    new Promise((resolve) => {
      asking.current?.settle('overtaken');
      asks.current += 1;
      const ask = asks.current;
      const parts: PlannedLine[] = [];
      const worker = asking.current?.worker ?? startWorker();
      asking.current = { ask, worker, settle: resolve };
      worker.onmessage = ({ data }: MessageEvent<PlanMessage>) => {
        if (data.ask !== ask) return;
        if ('part' in data) parts.push(...data.part);
        else resolve(data.ok ? { ...data, planned: parts } : data);
      };
      worker.onerror = () => {
        worker.terminate();
        if (asking.current?.worker === worker) asking.current = null;
        resolve('broken');
      };
      worker.postMessage({ ...request, ask } satisfies PlanRequest);
    });
}
