'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { carriedChoice } from '#components/bulk/new/carried-choice.ts';
import { carriedNumbers } from '#components/bulk/new/carried-numbers.ts';
import { loadChosen } from '#components/bulk/new/load-chosen.ts';
import { sourceMap, sourceText } from '#components/bulk/new/source-text.ts';
import { type Start, sourceOf } from '#components/bulk/new/start.ts';
import type { LineSource } from '#components/bulk/new/use-dry-run.ts';
import type { SourceLines } from '#lib/bulk/view.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';
import { fetchJson, ProblemError } from '#lib/entry/query-client.ts';

export type Opening =
  | { kind: 'none' | 'loading' | 'nothing' | 'more' }
  | { kind: 'failed'; problem: Problem };

const sources = { empty: 'text', bind: 'text', chosen: 'board', board: 'board', undo: 'undo' } as const;

/** Loads the lines that the page is opened with; null: it is opened with none. */
function loaderOf(start: Start): ((signal: AbortSignal) => Promise<SourceLines>) | null {
  const choice = start.kind === 'chosen' ? carriedChoice() : null;
  if (choice) return (signal) => loadChosen(choice, signal);
  const address = sourceOf(start);
  return address === null ? null : (signal) => fetchJson<SourceLines>(address, signal);
}

/** Loads the lines that the address asks for, once the page runs. */
export function useOpening(start: Start, awake: boolean, onLines: (source: LineSource) => void) {
  const [load] = useState(() => (awake ? loaderOf(start) : null));
  const [opening, setOpening] = useState<Opening>({ kind: load === null ? 'none' : 'loading' });
  const [attempt, setAttempt] = useState(0);

  const open = useEffectEvent((text: string, map?: LineSource['map']) => {
    const from = sources[start.kind];
    onLines({ from, name: '', content: { text }, ...(map && { map }) });
  });

  useEffect(() => {
    const carried = awake && start.kind === 'bind' ? carriedNumbers() : null;
    if (carried) open(carried.numbers.join('\n'));
  }, [awake, start.kind]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt loads anew
  useEffect(() => {
    if (load === null) return;
    const leaving = new AbortController();
    load(leaving.signal)
      .then(({ lines, more }) => {
        if (leaving.signal.aborted) return;
        setOpening({ kind: lines.length === 0 ? 'nothing' : more ? 'more' : 'none' });
        if (lines.length > 0) open(sourceText(lines), sourceMap);
      })
      .catch((error: unknown) => {
        if (leaving.signal.aborted) return;
        const found = error instanceof ProblemError ? error.problem : problem('unexpected');
        setOpening({ kind: 'failed', problem: found });
      });
    return () => leaving.abort();
  }, [load, attempt]);

  return {
    opening,
    retry: () => {
      setOpening({ kind: 'loading' });
      setAttempt((count) => count + 1);
    },
  };
}
