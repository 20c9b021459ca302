'use client';

import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Answered, Question } from '#components/batches/new/lines/questions-of.ts';
import { useGroupName } from '#components/batches/number-group.ts';
import { meaningsInWords } from '#components/binding/number-meaning-words.ts';
import HomeCountryControl from '#components/connection/home-country-control.tsx';
import { Button } from '#components/ui/button.tsx';
import type { HomeCountryChoice } from '#lib/domain/numbers/home-country.ts';

/** Questions that stand at once; the others follow when these are answered. */
const most = 3;

type QuestionBarProps = {
  questions: readonly Question[];
  answered: readonly Answered[];
  /** Null: the lines are to be decided again. */
  onAnswer: (question: string, group: string | null, count: number) => void;
  onShow: () => void;
  home: HomeCountryChoice;
};

/** One question for all lines whose numbers leave the same open; and the answers, each with the way back. */
export function QuestionBar({ questions, answered, onAnswer, onShow, home }: QuestionBarProps) {
  const t = useTranslations('newBatch.questions');
  const about = useTranslations('numberMeaning');
  const nameOf = useGroupName();
  const locale = useLocale();
  const [own, setOwn] = useState<ReadonlySet<string>>(new Set());
  const open = questions.filter(({ question }) => !own.has(question));
  if (open.length + answered.length === 0) return null;
  const orOf = (groups: readonly string[]) =>
    new Intl.ListFormat(locale, { type: 'disjunction' }).format(groups.map(nameOf));
  return (
    <section aria-label={t('title')} className="grid gap-2.5">
      {open.slice(0, most).map(({ question, groups, count, example }) => (
        <fieldset key={question} className="rounded-md border border-warn/40 bg-warn-soft px-3 py-2.5">
          <legend className="sr-only">{t('ask', { count, groups: orOf(groups) })}</legend>
          <p aria-hidden className="figures font-medium">
            {t('ask', { count, groups: orOf(groups) })}
          </p>
          <p className="figures text-sm break-words text-ink-2">
            {t('example', {
              typed: example.typed,
              meanings: meaningsInWords(
                example.choices.filter(({ group }) => group !== 'as_typed'),
                about,
                locale,
              ),
            })}
          </p>
          <div className="mt-2 flex flex-wrap gap-2">
            {groups.map((group) => (
              <Button key={group} size="sm" onClick={() => onAnswer(question, group, count)}>
                {nameOf(group)}
              </Button>
            ))}
            <Button
              size="sm"
              look="quiet"
              onClick={() => {
                setOwn(new Set([...own, question]));
                onShow();
              }}
            >
              {t('each')}
            </Button>
          </div>
        </fieldset>
      ))}
      {questions.length > 0 ? (
        <div className="text-sm text-ink-2">
          <HomeCountryControl home={home} />
        </div>
      ) : null}
      {answered.map(({ question, group, lines }) => (
        <p key={question} className="figures flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
          <span>{t('answered', { count: lines.length, group: nameOf(group) })}</span>
          <Button size="sm" look="quiet" onClick={() => onAnswer(question, null, lines.length)}>
            <span>{t('again')}</span>
            <span className="sr-only">{nameOf(group)}</span>
          </Button>
        </p>
      ))}
    </section>
  );
}
