'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '#components/ui/live-region.tsx';
import { callAction } from '#lib/client/call-action.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { Result } from '#lib/domain/result.ts';
import { changeView, chooseDefaultView, deleteView } from '#lib/views/actions.ts';
import { views } from '#lib/views/cache.ts';

/** What a person does to views besides opening them. Afterwards the list is read anew. */
export function useViewActions() {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const refresh = () => client.invalidateQueries({ queryKey: views().queryKey });
  const run = async <Value>(call: Promise<Result<Value>>, done: string): Promise<boolean> => {
    setBusy(true);
    const result = await call;
    setBusy(false);
    setProblem(result.ok ? null : result.problem);
    if (result.ok) announce(done);
    await refresh();
    return result.ok;
  };

  return {
    busy,
    problem,
    refresh,
    update: (id: string, query: string, done: string) => run(callAction(changeView, { id, query }), done),
    remove: (id: string, done: string) => run(callAction(deleteView, { id }), done),
    chooseDefault: (viewId: string | null, done: string) =>
      run(callAction(chooseDefaultView, { viewId }), done),
  };
}
