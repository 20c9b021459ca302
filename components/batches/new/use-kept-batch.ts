'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import {
  inlineCharacters,
  type KeptBatch,
  type KeptSource,
  keptBatchStore,
} from '#components/batches/new/kept-batch.ts';
import type { LineSource } from '#components/batches/new/lines/use-dry-run.ts';
import { carriedChoice } from '#components/batches/new/source/handoff-choice.ts';
import { carriedNumbers } from '#components/batches/new/source/handoff-numbers.ts';
import type { Start } from '#lib/batches/initial-lines.ts';
import { makeKey } from '#lib/client/idempotency-key.ts';
import { now } from '#lib/clock.ts';

const loadContents = () => import('#components/batches/new/kept-content.ts');

const storeOf = (viewerId: string) => keptBatchStore(viewerId, () => sessionStorage);

/** What the page is opened with, as a text. Numbers that another page has left behind count as themselves. */
function startName(start: Start): string {
  const carried = start.kind === 'bind' ? carriedNumbers() : start.kind === 'chosen' ? carriedChoice() : null;
  return carried === null ? JSON.stringify(start) : `${start.kind} ${digestOf(JSON.stringify(carried))}`;
}

/** FNV-1a, enough to tell one choice of a tab from the next. */
function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1)
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return `${text.length} ${hash >>> 0}`;
}

export type Beginning = {
  start: string;
  /** What this tab kept of the same beginning. */
  kept: KeptBatch | null;
  /** What it kept of another one, where the page is opened with nothing. */
  other: KeptBatch | null;
};

/** What the page begins with: a batch that this tab kept, or none. `asleep`: the server knows of none. */
export function readBeginning(viewerId: string, start: Start, asleep: boolean): Beginning {
  if (asleep) return { start: '', kept: null, other: null };
  const name = startName(start);
  const store = storeOf(viewerId);
  const kept = store.load(name);
  return { start: name, kept, other: kept === null && start.kind === 'empty' ? store.other(name) : null };
}

/** Forgets what was kept of a beginning, with its lines. */
export function forgetKept(viewerId: string, start: string): void {
  const store = storeOf(viewerId);
  const content = store.load(start)?.source?.content;
  store.drop(start);
  if (content && 'stored' in content)
    void loadContents()
      .then(({ dropContents }) => dropContents([content.stored]))
      .catch(() => null);
}

/** Brings what was kept of another beginning to the page that is opened with nothing. */
export const adoptKept = (viewerId: string, from: KeptBatch, to: string): void =>
  storeOf(viewerId).move(from.start, to);

/** Loads the lines of a kept batch, wherever they are kept. `gone`: they are there no more. */
export function useKeptLines(
  viewerId: string,
  kept: KeptBatch | null,
  onLines: (kept: KeptBatch, source: LineSource) => void,
) {
  const [state, setState] = useState<'none' | 'loading' | 'gone'>(kept?.source ? 'loading' : 'none');
  const found = useEffectEvent((source: LineSource | null) => {
    if (kept && source) onLines(kept, source);
    setState(source ? 'none' : 'gone');
  });
  useEffect(() => {
    if (!kept?.source) return;
    const { content, ...rest } = kept.source;
    if ('text' in content) return found({ ...rest, content });
    let left = false;
    void loadContents()
      .then(({ findContent }) => findContent(content.stored, viewerId))
      .catch(() => null)
      .then((lines) => {
        if (!left) found(lines && { ...rest, content: lines });
      });
    return () => {
      left = true;
    };
  }, [viewerId, kept]);
  return state;
}

export type Keeping = Omit<KeptBatch, 'savedAt' | 'source'> & { source: LineSource | null };

/**
 * Keeps what is typed through links, Back, reload and signing in again. Null: nothing is typed; `undefined`: it is not
 * known yet. Gives false where this browser keeps nothing, or not so much.
 */
export function useKeeping(viewerId: string, start: string, batch: Keeping | null | undefined): boolean {
  const [kept, setKept] = useState(true);
  const latest = useRef(batch);
  const stored = useRef<{ content: LineSource['content']; id: string; isKept: boolean } | null>(null);
  const fields = JSON.stringify(batch && { ...batch, source: null });
  const source = batch?.source ?? null;

  const keep = useEffectEvent((content: KeptSource['content'] | null) => {
    const typed = latest.current;
    if (!typed) return;
    const lines = typed.source && content && { ...typed.source, content };
    setKept(storeOf(viewerId).save({ ...typed, source: lines, savedAt: now().toISOString() }));
  });
  const keepApart = useEffectEvent((content: LineSource['content']) => {
    const id = makeKey();
    stored.current = { content, id, isKept: false };
    void loadContents()
      .then(({ keepContent }) => keepContent(id, viewerId, content))
      .then(
        () => {
          if (stored.current?.id !== id) return;
          stored.current = { content, id, isKept: true };
          keep({ stored: id });
        },
        () => setKept(false),
      );
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: `fields` stands for what is typed, which is made at each render
  useEffect(() => {
    latest.current = batch;
    if (batch === undefined) return;
    if (batch === null) return forgetKept(viewerId, start);
    if (source === null) return keep(null);
    const { content } = source;
    if ('text' in content && content.text.length <= inlineCharacters) return keep(content);
    if (stored.current?.content !== content) keepApart(content);
    else if (stored.current.isKept) keep({ stored: stored.current.id });
  }, [viewerId, start, fields, source]);

  return kept;
}
