'use client';

import { useState } from 'react';
import type { LineChange } from '#components/bulk/new/line-changes.ts';
import { usePlanner } from '#components/bulk/new/use-planner.ts';
import type { PlanAnswer, PlanRequest } from '#components/bulk/plan-message.ts';
import type { ColumnMap } from '#lib/domain/batch-columns.ts';
import type { Problem } from '#lib/domain/problem.ts';

/** What lines are read from. `map` only where the columns are known beforehand. */
export type LineSource = {
  from: 'text' | 'file' | 'board' | 'undo';
  name: string;
  content: PlanRequest['source'];
  map?: ColumnMap;
};

export type Defaults = { appId: string; callbackUrl: string };

/** Lines as they were read last. */
export type Reading = Extract<PlanAnswer, { ok: true }>;

type Asked = {
  source: LineSource;
  defaults: Defaults;
  /** As a person corrected the columns. */
  map: ColumnMap | null;
  changes: readonly LineChange[];
};
type State = {
  /** The question whose answer is shown. */
  shown: (Asked & { reading: Reading }) | null;
  /** The question that is being answered. */
  asked: Asked | null;
  problem: Problem | 'broken' | null;
};

type Given = { apps: readonly { id: string; name: string }[]; allowHttp: boolean };

/** The lines of the page: where they come from, what was done to them, and what came out. */
export function useDryRun({ apps, allowHttp }: Given) {
  const plan = usePlanner();
  const [{ shown, asked, problem }, setState] = useState<State>({ shown: null, asked: null, problem: null });

  const ask = async (next: Asked) => {
    setState((now) => ({ ...now, asked: next, problem: null }));
    const { source, defaults, changes } = next;
    const map = next.map ?? source.map;
    const answer = await plan({
      source: source.content,
      defaults: { appId: defaults.appId || null, callbackUrl: defaults.callbackUrl.trim() || null },
      apps: apps.map(({ id, name }) => ({ id, name })),
      allowHttp,
      changes,
      ...(map && { map }),
    });
    if (answer === 'overtaken') return;
    setState((now) => {
      // Somebody started over meanwhile.
      if (now.asked !== next) return now;
      if (answer === 'broken') return { ...now, asked: null, problem: 'broken' };
      if (!answer.ok) return { ...now, asked: null, problem: answer.problem };
      return { shown: { ...next, reading: answer }, asked: null, problem: null };
    });
  };

  const present = asked ?? shown;
  const again = (patch: Partial<Asked>) => {
    if (present) void ask({ ...present, ...patch });
  };
  return {
    shown,
    /** The columns as a person corrected them, from the moment they did; null: as they were found. */
    corrected: asked?.map ?? null,
    busyWith: asked?.source ?? null,
    problem,
    /** Changes whose effect is not in the shown lines yet. */
    waiting: asked && shown ? asked.changes.slice(shown.changes.length) : [],
    changeCount: present?.changes.length ?? 0,
    begin: (source: LineSource, defaults: Defaults) => ask({ source, defaults, map: null, changes: [] }),
    refuse: (found: Problem) => setState((now) => ({ ...now, problem: found })),
    setMap: (map: ColumnMap) => again({ map }),
    setDefaults: (defaults: Defaults) => again({ defaults }),
    change: (change: LineChange) => again({ changes: [...(present?.changes ?? []), change] }),
    undoChange: () => again({ changes: present?.changes.slice(0, -1) ?? [] }),
    startOver: () => setState({ shown: null, asked: null, problem: null }),
  };
}

export type DryRun = ReturnType<typeof useDryRun>;
