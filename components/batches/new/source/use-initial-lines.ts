'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { LineSource } from '#components/batches/new/lines/use-dry-run.ts';
import { carriedChoice } from '#components/batches/new/source/handoff-choice.ts';
import { carriedNumbers } from '#components/batches/new/source/handoff-numbers.ts';
import { loadChosen } from '#components/batches/new/source/load-chosen.ts';
import { sourceMap, sourceText } from '#components/batches/new/source/source-text.ts';
import { type Start, sourceOf } from '#lib/batches/initial-lines.ts';
import type { SourceLines, UndoLines, UndoPlan } from '#lib/batches/view.ts';
import { fetchJson, ProblemError } from '#lib/client/fetch-json.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';

export type Opening =
  | { kind: 'none' | 'loading' | 'nothing' | 'more' }
  /** Lines that put a batch back, some or none, and what stays out. */
  | { kind: 'undo'; plan: UndoPlan }
  | { kind: 'failed'; problem: Problem };

const sources = { empty: 'text', bind: 'text', chosen: 'board', board: 'board', undo: 'undo' } as const;

/** Loads the lines that the page is opened with; null: it is opened with none. */
function loaderOf(
  start: Start,
  batchKey: string,
): ((signal: AbortSignal) => Promise<SourceLines | UndoLines>) | null {
  const choice = start.kind === 'chosen' ? carriedChoice() : null;
  if (choice) return (signal) => loadChosen(choice, batchKey, signal);
  const address = sourceOf(start);
  return address === null ? null : (signal) => fetchJson<SourceLines | UndoLines>(address, signal);
}

type Given = {
  awake: boolean;
  /** The lines that this tab kept are there instead of those. What an undo leaves out is still told. */
  isKept: boolean;
  /** What is read for one batch is one event. */
  batchKey: string;
  onLines: (source: LineSource) => void;
};

/** Loads the lines that the address asks for, once the page runs. */
export function useOpening(start: Start, { awake, isKept, batchKey, onLines }: Given) {
  const [load] = useState(() =>
    awake && (!isKept || start.kind === 'undo') ? loaderOf(start, batchKey) : null,
  );
  const [opening, setOpening] = useState<Opening>({ kind: load === null ? 'none' : 'loading' });
  const [attempt, setAttempt] = useState(0);

  const open = useEffectEvent((text: string, map?: LineSource['map']) => {
    const from = sources[start.kind];
    onLines({ from, name: '', content: { text }, ...(map && { map }) });
  });

  useEffect(() => {
    const carried = awake && !isKept && start.kind === 'bind' ? carriedNumbers() : null;
    if (carried) open(carried.numbers.join('\n'));
  }, [awake, isKept, start.kind]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt loads again
  useEffect(() => {
    if (load === null) return;
    const leaving = new AbortController();
    load(leaving.signal)
      .then((loaded) => {
        if (leaving.signal.aborted) return;
        const { lines, more } = loaded;
        setOpening(
          'undo' in loaded
            ? { kind: 'undo', plan: loaded.undo }
            : { kind: lines.length === 0 ? 'nothing' : more ? 'more' : 'none' },
        );
        if (lines.length > 0 && !isKept) open(sourceText(lines), sourceMap);
      })
      .catch((error: unknown) => {
        if (leaving.signal.aborted) return;
        const found = error instanceof ProblemError ? error.problem : problem('unexpected');
        setOpening({ kind: 'failed', problem: found });
      });
    return () => leaving.abort();
  }, [load, attempt, isKept]);

  return {
    opening,
    retry: () => {
      setOpening({ kind: 'loading' });
      setAttempt((count) => count + 1);
    },
  };
}
