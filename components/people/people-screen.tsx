'use client';

import { UserPlus } from 'lucide-react';
import { Suspense, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/form/problem-text.ts';
import { PeopleTable } from '#components/people/people-table.tsx';
import { loadQuestionDialog, usePeople } from '#components/people/use-people.ts';
import { Button } from '#components/ui/button.tsx';
import { lazyWithRetry, preload } from '#components/ui/lazy/lazy-with-retry.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { PersonView } from '#lib/people/view.ts';

const QuestionDialog = lazyWithRetry(loadQuestionDialog, 'over');

type PeopleScreenProps = { people: readonly PersonView[]; viewerId: string; mayReadLog: boolean };

/** Everybody who can sign in, and what an admin may do about it. */
export function PeopleScreen({ people: initial, viewerId, mayReadLog }: PeopleScreenProps) {
  const t = useTranslations('people');
  const problemText = useProblemText();
  const people = usePeople(initial);
  useEffect(() => preload(loadQuestionDialog), []);
  return (
    <>
      <header className="mb-6 flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
          <p className="mt-1 max-w-prose text-ink-2 text-pretty">{t('lead')}</p>
        </div>
        <Button look="primary" onClick={() => people.ask({ kind: 'add' })}>
          <UserPlus aria-hidden className="size-4" />
          <span>{t('add')}</span>
        </Button>
      </header>
      {people.problem && !people.question ? (
        <Notice tone="bad" role="alert" className="mb-4">
          {problemText(people.problem)}
        </Notice>
      ) : null}
      {people.done ? (
        <Notice tone="good" className="mb-4">
          {people.done}
        </Notice>
      ) : null}
      <PeopleTable people={people} viewerId={viewerId} mayReadLog={mayReadLog} />
      {people.question ? (
        <Suspense>
          <QuestionDialog people={people} question={people.question} onClose={people.close} />
        </Suspense>
      ) : null}
    </>
  );
}
