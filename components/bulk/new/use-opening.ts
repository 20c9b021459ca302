'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { carriedNumbers } from '#components/bulk/new/carried-numbers.ts';
import { sourceMap, sourceText } from '#components/bulk/new/source-text.ts';
import { type Start, sourceOf } from '#components/bulk/new/start.ts';
import type { LineSource } from '#components/bulk/new/use-dry-run.ts';
import type { SourceLines } from '#lib/bulk/view.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';
import { fetchJson, ProblemError } from '#lib/entry/query-client.ts';

export type Opening =
  | { kind: 'none' | 'loading' | 'nothing' | 'more' }
  | { kind: 'failed'; problem: Problem };

/** Loads the lines that the address asks for, once the page runs. */
export function useOpening(start: Start, awake: boolean, onLines: (source: LineSource) => void) {
  const address = awake ? sourceOf(start) : null;
  const [opening, setOpening] = useState<Opening>({ kind: address === null ? 'none' : 'loading' });
  const [attempt, setAttempt] = useState(0);

  const open = useEffectEvent((text: string, map?: LineSource['map']) => {
    const from = start.kind === 'undo' || start.kind === 'board' ? start.kind : 'text';
    onLines({ from, name: '', content: { text }, ...(map && { map }) });
  });

  useEffect(() => {
    const carried = awake && start.kind === 'bind' ? carriedNumbers() : null;
    if (carried) open(carried.numbers.join('\n'));
  }, [awake, start.kind]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt loads anew
  useEffect(() => {
    if (address === null) return;
    const leaving = new AbortController();
    fetchJson<SourceLines>(address, leaving.signal)
      .then(({ lines, more }) => {
        setOpening({ kind: lines.length === 0 ? 'nothing' : more ? 'more' : 'none' });
        if (lines.length > 0) open(sourceText(lines), sourceMap);
      })
      .catch((error: unknown) => {
        if (leaving.signal.aborted) return;
        const found = error instanceof ProblemError ? error.problem : problem('unexpected');
        setOpening({ kind: 'failed', problem: found });
      });
    return () => leaving.abort();
  }, [address, attempt]);

  return {
    opening,
    retry: () => {
      setOpening({ kind: 'loading' });
      setAttempt((count) => count + 1);
    },
  };
}
