'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeBatch } from '#lib/batches/actions.ts';
import { batch, batchList } from '#lib/batches/cache.ts';
import type { ChangeBatchInput } from '#lib/batches/schema.ts';
import { callAction } from '#lib/client/call-action.ts';
import type { Problem } from '#lib/domain/problem.ts';

type Change = ChangeBatchInput['to'];

/** Pauses, resumes or stops a batch, and shows at once what the server made of it. */
export function useBatchChanges(batchId: string) {
  const client = useQueryClient();
  const [busy, setBusy] = useState<Change | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  /** True when it was done. */
  const change = async (to: Change): Promise<boolean> => {
    setBusy(to);
    const answer = await callAction(changeBatch, { batchId, to });
    setBusy(null);
    setProblem(answer.ok ? null : answer.problem);
    // A look that left before the change would show the state from before it again.
    await client.cancelQueries({ queryKey: batch(batchId).queryKey });
    if (answer.ok) client.setQueryData(batch(batchId).queryKey, answer.value);
    void client.invalidateQueries({ queryKey: batchList().queryKey });
    return answer.ok;
  };
  return { busy, problem, change };
}
