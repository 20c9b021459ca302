'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '#components/ui/live-region.tsx';
import { callAction } from '#lib/client/call-action.ts';
import { setAppRetired } from '#lib/connection/actions.ts';
import type { AppView } from '#lib/connection/view.ts';
import type { Problem } from '#lib/domain/problem.ts';

/** What stands over the list. */
export type AppQuestion =
  | { kind: 'add' }
  | { kind: 'rename'; app: AppView }
  | { kind: 'retire'; app: AppView };

type State = {
  apps: readonly AppView[];
  question: AppQuestion | null;
  problem: Problem | null;
  done: string | null;
};

/** The apps as last answered by the server, and what an admin does to them. */
export function useApps(initial: readonly AppView[]) {
  const t = useTranslations('connection.apps');
  const router = useRouter();
  const [state, setState] = useState<State>({ apps: initial, question: null, problem: null, done: null });
  const [busy, setBusy] = useState(false);

  const settle = (apps: AppView[], done: string) => {
    setState({ apps, question: null, problem: null, done });
    announce(done);
    // Other pages offer these apps too, and may have been drawn before.
    router.refresh();
  };
  const retire = async ({ id, name }: AppView, retired: boolean) => {
    setBusy(true);
    const answer = await callAction(setAppRetired, { appId: id, retired });
    setBusy(false);
    if (answer.ok) settle(answer.value, t(retired ? 'done.retired' : 'done.returned', { name }));
    else setState((last) => ({ ...last, problem: answer.problem, done: null }));
  };

  return {
    ...state,
    busy,
    ask: (question: AppQuestion) => setState((last) => ({ ...last, question, problem: null })),
    close: () => setState((last) => ({ ...last, question: null, problem: null })),
    added: (apps: AppView[]) => {
      const name = apps.find(({ id }) => state.apps.every((known) => known.id !== id))?.name ?? '';
      settle(apps, t('done.added', { name }));
    },
    renamed: (apps: AppView[], name: string) => settle(apps, t('done.renamed', { name })),
    retire,
  };
}

export type Apps = ReturnType<typeof useApps>;
