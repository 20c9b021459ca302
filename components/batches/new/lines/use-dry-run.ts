'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { LineChange } from '#components/batches/new/lines/line-changes.ts';
import type { PlanAnswer, PlanRequest } from '#components/batches/new/lines/line-messages.ts';
import { usePlanner } from '#components/batches/new/lines/use-line-worker.ts';
import type { ColumnMap } from '#lib/batches/lines/columns.ts';
import type { AppNumber } from '#lib/batches/lines/plan.ts';
import type { HomeCountry } from '#lib/domain/numbers/home-country.ts';
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
  /** As a person chose among the sheets of a workbook, from 0. */
  sheet: number | null;
  changes: readonly LineChange[];
  /** Numbers that the apps already have, among those that lines may mean. */
  known: readonly AppNumber[];
  /** The country whose numbers need no country code. */
  home: HomeCountry;
};
/** What a person did to lines since they were read. */
type Done = Pick<Asked, 'map' | 'sheet' | 'changes'>;
const nothingDone: Done = { map: null, sheet: null, changes: [] };

type State = {
  /** The question whose answer is shown. */
  shown: (Asked & { reading: Reading }) | null;
  /** The question that is being answered. */
  asked: Asked | null;
  problem: Problem | 'broken' | null;
};

type App = { id: string; name: string };
type Given = {
  apps: readonly App[];
  retiredApps: readonly App[];
  allowHttp: boolean;
  home: HomeCountry;
};

/** The lines of the page: where they come from, what was done to them, and what came out. */
export function useDryRun({ apps, retiredApps, allowHttp, home }: Given) {
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
      retiredApps: retiredApps.map(({ id, name }) => ({ id, name })),
      ...{ allowHttp, home: next.home, changes },
      known: next.known,
      ...(map && { map }),
      ...(next.sheet !== null && { sheet: next.sheet }),
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
  const readAsHome = useEffectEvent(() => {
    if (present && present.home !== home) again({ home });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: lines follow the home country when it changes
  useEffect(() => readAsHome(), [home]);
  return {
    shown,
    /** The columns as a person corrected them, from the moment they did; null: as they were found. */
    corrected: asked?.map ?? null,
    busyWith: asked?.source ?? null,
    problem,
    /** Changes whose effect is not in the shown lines yet. */
    waiting: asked && shown ? asked.changes.slice(shown.changes.length) : [],
    changeCount: present?.changes.length ?? 0,
    /** What is asked for, or shown: the lines before they were planned. */
    present,
    begin: (source: LineSource, defaults: Defaults, done: Done = nothingDone) =>
      ask({ source, defaults, ...done, known: [], home }),
    refuse: (found: Problem) => setState((now) => ({ ...now, problem: found })),
    /** Another sheet is another table: what was done to the lines and columns of this one does not fit it. */
    setSheet: (sheet: number) => again({ sheet, map: null, changes: [] }),
    /** Reads open lines again with what their apps have. */
    setKnown: (known: readonly AppNumber[]) => again({ known: [...(present?.known ?? []), ...known] }),
    setMap: (map: ColumnMap) => again({ map }),
    setDefaults: (defaults: Defaults) => again({ defaults }),
    change: (change: LineChange) => again({ changes: [...(present?.changes ?? []), change] }),
    undoChange: () => again({ changes: present?.changes.slice(0, -1) ?? [] }),
    startOver: () => setState({ shown: null, asked: null, problem: null }),
  };
}

export type DryRun = ReturnType<typeof useDryRun>;
