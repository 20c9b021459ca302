'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Mends, readMends, withoutMend } from '#components/batches/batch-url-fixes.ts';
import { announce } from '#components/ui/live-region.tsx';
import { retryBatch } from '#lib/batches/actions.ts';
import { batch, batchList, refusedLines } from '#lib/batches/cache.ts';
import { callAction } from '#lib/client/call-action.ts';
import { type Problem, problem as problemOf } from '#lib/domain/problem.ts';

/** The refused lines as they were when the question was opened, what was changed of them, and how to send them again. */
export function useBatchRetry(
  batchId: string,
  { allowHttp, onDone }: { allowHttp: boolean; onDone: () => void },
) {
  const t = useTranslations('batches.retry');
  const client = useQueryClient();
  const query = useQuery(refusedLines(batchId));
  const [mends, setMends] = useState<Mends>({});
  /** Problems are told from the first try to send on. */
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [answered, setAnswered] = useState<Problem | null>(null);
  const { mended, problems: unreadable } = readMends(mends, { allowHttp });
  const at = Number(answered?.params?.line ?? Number.NaN);
  const refusesLine = answered !== null && at in mends;

  const send = async () => {
    setTried(true);
    if (!query.data || Object.keys(unreadable).length > 0) return;
    setBusy(true);
    const bindingIds = query.data.map(({ binding }) => binding.id);
    const answer = await callAction(retryBatch, { batchId, bindingIds, mended });
    setBusy(false);
    if (!answer.ok) return setAnswered(answer.problem);
    announce(t('done', { count: answer.value.count }));
    // Lines follow by themselves once the batch tells that they changed.
    void client.invalidateQueries({ queryKey: batch(batchId).queryKey });
    void client.invalidateQueries({ queryKey: batchList().queryKey });
    onDone();
  };

  return {
    query,
    mends,
    mendedCount: mended.length,
    problems: {
      ...(tried ? unreadable : {}),
      ...(refusesLine ? { [at]: answered ?? problemOf('unexpected') } : {}),
    } as Readonly<Record<number, Problem>>,
    /** What stands against the whole. */
    problem: refusesLine ? null : answered,
    busy,
    mend: (line: number, url: string) => {
      setAnswered(null);
      setMends((last) => ({ ...last, [line]: url }));
    },
    keep: (line: number) => {
      setAnswered(null);
      setMends((last) => withoutMend(last, line));
    },
    send,
  };
}

export type BatchRetry = ReturnType<typeof useBatchRetry>;
