'use client';

import { useState } from 'react';
import { announce } from '#components/ui/live-region.tsx';
import { callAction } from '#lib/client/call-action.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { Result } from '#lib/domain/result.ts';
import { endOtherSessions, endSession } from '#lib/people/actions-account.ts';
import type { SessionView } from '#lib/people/view-account.ts';

type State = { sessions: readonly SessionView[]; busy: string | null; problem: Problem | null };

/** The sessions as last answered by the server. `busy`: the id of the one being ended, or `all`. */
export function useSessions(initial: readonly SessionView[]) {
  const [state, setState] = useState<State>({ sessions: initial, busy: null, problem: null });

  const run = async (busy: string, call: Promise<Result<SessionView[]>>, done: string) => {
    setState((last) => ({ ...last, busy, problem: null }));
    const result = await call;
    if (result.ok) announce(done);
    setState((last) =>
      result.ok
        ? { sessions: result.value, busy: null, problem: null }
        : { ...last, busy: null, problem: result.problem },
    );
  };

  return {
    ...state,
    end: (sessionId: string, done: string) => run(sessionId, callAction(endSession, { sessionId }), done),
    endOthers: (done: string) => run('all', callAction(endOtherSessions, {}), done),
  };
}
