'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Question } from '#components/people/question-dialog.tsx';
import { partProblem } from '#components/ui/lazy/part-problem.ts';
import { announce } from '#components/ui/live-region.tsx';
import { callAction } from '#lib/client/call-action.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { fail, type Result } from '#lib/domain/result.ts';
import type { Role } from '#lib/domain/role.ts';
import { changeRole, renewLink, setDisabled } from '#lib/people/actions.ts';
import type { OneTimeLink, PersonView } from '#lib/people/view.ts';

export const loadQuestionDialog = () => import('#components/people/question-dialog.tsx');

type State = {
  people: readonly PersonView[];
  question: Question | null;
  problem: Problem | null;
  done: string | null;
};

/** The list as last answered by the server, and what an admin does to it. */
export function usePeople(initial: readonly PersonView[]) {
  const t = useTranslations('people');
  const [state, setState] = useState<State>({ people: initial, question: null, problem: null, done: null });
  const [busy, setBusy] = useState(false);

  const run = async <Value>(call: Promise<Result<Value>>, settle: (value: Value) => Partial<State>) => {
    setBusy(true);
    const result = await call;
    setBusy(false);
    if (!result.ok) return setState((last) => ({ ...last, problem: result.problem, done: null }));
    const next = settle(result.value);
    if (next.done) announce(next.done);
    setState((last) => ({ ...last, problem: null, done: null, question: null, ...next }));
  };

  const replaced = (changed: PersonView) =>
    state.people.map((person) => (person.id === changed.id ? changed : person));

  return {
    ...state,
    busy,
    ask: (question: Question) => setState((last) => ({ ...last, question, problem: null })),
    close: () => setState((last) => ({ ...last, question: null, problem: null })),
    added: (person: PersonView, url: string) =>
      setState((last) => ({
        ...last,
        people: [...last.people, person].sort((a, b) => a.name.localeCompare(b.name)),
        question: { kind: 'link', person, url },
      })),
    changeRole: (person: PersonView, role: Role) =>
      run(callAction(changeRole, { id: person.id, role }), (changed) => ({
        people: replaced(changed),
        done: t('done.role', { name: person.name, role }),
      })),
    setDisabled: (person: PersonView, disabled: boolean) =>
      run(callAction(setDisabled, { id: person.id, disabled }), (changed) => ({
        people: replaced(changed),
        done: t(disabled ? 'done.disabled' : 'done.enabled', { name: person.name }),
      })),
    renewLink: (person: PersonView) =>
      run(makeLink(person.id), ({ url }: OneTimeLink) => ({
        question: { kind: 'link', person, url } as const,
      })),
  };
}

/** A new link can be shown once, and the old one is void: so nothing is asked for before it can be shown. */
async function makeLink(id: string): Promise<Result<OneTimeLink>> {
  try {
    await loadQuestionDialog();
  } catch (error) {
    return fail(await partProblem(error));
  }
  return callAction(renewLink, { id });
}

export type People = ReturnType<typeof usePeople>;
