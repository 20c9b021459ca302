'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { makeKey } from '#components/bindings/make-key.ts';
import { startBatch } from '#lib/bulk/actions.ts';
import type { StartBatchInput } from '#lib/bulk/schema.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { callAction } from '#lib/entry/call-action.ts';
import { paths } from '#lib/paths.ts';

export type Sending =
  | { kind: 'idle' | 'busy' | 'started' }
  | { kind: 'failed'; problem: Problem }
  | { kind: 'changed'; lines: readonly number[] };

/**
 * Starts the batch and leads to its page. One key for as long as the page is open: whatever is pressed twice, or
 * pressed again after no answer came, starts one batch.
 */
export function useSend(onChanged: (lines: readonly number[]) => void) {
  const router = useRouter();
  const [idempotencyKey] = useState(makeKey);
  const [sending, setSending] = useState<Sending>({ kind: 'idle' });
  const inFlight = useRef(false);

  const send = async (batch: Omit<StartBatchInput, 'idempotencyKey'>) => {
    if (inFlight.current) return;
    inFlight.current = true;
    setSending({ kind: 'busy' });
    const answer = await callAction(startBatch, { ...batch, idempotencyKey });
    inFlight.current = false;
    if (!answer.ok) return setSending({ kind: 'failed', problem: answer.problem });
    if (answer.value.kind === 'changed') {
      setSending(answer.value);
      return onChanged(answer.value.lines);
    }
    inFlight.current = true;
    setSending({ kind: 'started' });
    router.push(paths.batch(answer.value.batchId));
  };

  return { sending, send };
}
