'use client';

import { useEffect, useState } from 'react';
import {
  type KnownNumbers,
  keyOf,
  keysToRead,
  withFacts,
} from '#components/batches/new/lines/classify-lines.ts';
import { readBatchFacts } from '#lib/batches/actions.ts';
import type { PlannedLine } from '#lib/batches/lines/plan.ts';
import { callAction } from '#lib/client/call-action.ts';
import { waitToRead } from '#lib/client/reading-wait.ts';
import type { Problem } from '#lib/domain/problem.ts';

/** Numbers asked for at once: an answer of 20,000 would hold up the page's own thread. */
const numbersAtOnce = 2_000;

type Facts = { known: KnownNumbers; sendsPerSecond: number | null; problem: Problem | null };

/** What is known of the numbers of planned lines, read part by part; what was read stays until it is forgotten. */
export function useFacts(plan: readonly PlannedLine[], batchKey: string) {
  const [facts, setFacts] = useState<Facts>({ known: new Map(), sendsPerSecond: null, problem: null });
  const { known, problem } = facts;

  useEffect(() => {
    if (problem !== null) return;
    const keys = keysToRead(plan, known, numbersAtOnce);
    if (keys.length === 0) return;
    let overtaken = false;
    void callAction(readBatchFacts, { keys, batchKey }).then((answer) => {
      if (overtaken) return;
      if (!answer.ok && answer.problem.code === 'reading_paced')
        void waitToRead(answer.problem).then(() => setFacts((now) => ({ ...now, problem: null })));
      setFacts((now) =>
        answer.ok
          ? {
              known: withFacts(now.known, keys, answer.value),
              sendsPerSecond: answer.value.sendsPerSecond,
              problem: null,
            }
          : { ...now, problem: answer.problem },
      );
    });
    return () => {
      overtaken = true;
    };
  }, [plan, known, problem, batchKey]);

  return {
    ...facts,
    retry: () => setFacts((now) => ({ ...now, problem: null })),
    /** Reads these lines' numbers anew: somebody has changed them. */
    forget: (lines: ReadonlySet<number>) =>
      setFacts((now) => {
        const next = new Map(now.known);
        for (const planned of plan)
          if (planned.kind === 'ready' && lines.has(planned.line)) next.delete(keyOf(planned));
        return { ...now, known: next };
      }),
  };
}
