'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { startBatch } from '#lib/batches/actions.ts';
import type { StartBatchInput } from '#lib/batches/schema.ts';
import { callAction } from '#lib/client/call-action.ts';
import { isUnclear, type Problem } from '#lib/domain/problem.ts';
import { paths } from '#lib/paths.ts';

export type Sending =
  | { kind: 'idle' | 'busy' }
  | { kind: 'started'; batchId: string }
  /** `unclear`: this try or an earlier one may have started the batch. */
  | { kind: 'failed'; problem: Problem; unclear: boolean }
  | { kind: 'changed'; lines: readonly number[] };

/**
 * Starts the batch and leads to its page. One key for as long as its lines are kept: whatever is pressed twice, or
 * pressed again after no answer came, also after a reload, starts one batch.
 */
export function useSend(
  idempotencyKey: string,
  { onChanged, onStarted }: { onChanged: (lines: readonly number[]) => void; onStarted: () => void },
) {
  const router = useRouter();
  const [sending, setSending] = useState<Sending>({ kind: 'idle' });
  const inFlight = useRef(false);
  const isOpen = useRef(false);

  const send = async (batch: Omit<StartBatchInput, 'idempotencyKey'>) => {
    if (inFlight.current) return;
    inFlight.current = true;
    setSending({ kind: 'busy' });
    const answer = await callAction(startBatch, { ...batch, idempotencyKey });
    inFlight.current = false;
    if (!answer.ok) {
      isOpen.current ||= isUnclear(answer.problem);
      return setSending({ kind: 'failed', problem: answer.problem, unclear: isOpen.current });
    }
    if (answer.value.kind === 'changed') {
      setSending(answer.value);
      return onChanged(answer.value.lines);
    }
    inFlight.current = true;
    setSending({ kind: 'started', batchId: answer.value.batchId });
    onStarted();
    router.push(paths.batch(answer.value.batchId));
  };

  return { sending, send };
}
