'use client';

import { useState } from 'react';
import {
  countLines,
  type KnownNumbers,
  kindsOf,
  placesToShow,
  type Shown,
} from '#components/batches/new/lines/classify-lines.ts';
import type { LineChange } from '#components/batches/new/lines/line-changes.ts';
import type { PlannedLine } from '#lib/batches/lines/plan.ts';

const none: ReadonlySet<number> = new Set();

/** Lines sorted and counted by what would become of them, and which of them are shown. */
export function useJudged(plan: readonly PlannedLine[], known: KnownNumbers, changed: ReadonlySet<number>) {
  const [{ shown, held }, setView] = useState<{ shown: Shown; held: ReadonlySet<number> }>({
    shown: 'all',
    held: none,
  });
  const kinds = kindsOf(plan, known);
  const counts = countLines(plan, kinds, changed);
  const places = placesToShow(plan, kinds, { shown, changed, held });
  return {
    kinds,
    counts,
    places,
    shown,
    show: (kind: Shown) => setView({ shown: kind, held: none }),
    /** Keeps an edited line in sight until another kind is chosen. */
    hold: (line: number) => setView((now) => ({ ...now, held: new Set([...now.held, line]) })),
  };
}

/** What is typed into a line and not checked yet. */
export type WaitingEdit = Extract<LineChange, { kind: 'edit' }>['patch'];

/** The same of all lines. */
export function waitingEdits(changes: readonly LineChange[]) {
  const waiting = new Map<number, WaitingEdit>();
  for (const change of changes)
    if (change.kind === 'edit') waiting.set(change.line, { ...waiting.get(change.line), ...change.patch });
  return waiting;
}
