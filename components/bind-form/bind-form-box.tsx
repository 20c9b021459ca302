'use client';

import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { AppChoice } from '#components/bind-form/app-field.tsx';
import { BindFields } from '#components/bind-form/bind-fields.tsx';
import type { NumberFieldsProps } from '#components/bind-form/number-fields.tsx';
import type { BindForm } from '#components/bind-form/use-bind-form.ts';
import type { Readers } from '#components/bind-form/use-parsers.ts';
import { useSubmit } from '#components/bind-form/use-submit.ts';
import { useProblemText } from '#components/form/problem-text.ts';
import { ReviewProblem } from '#components/review/review-problem.tsx';
import type { BindContent } from '#components/review/review-request.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import type { Suggestions } from '#lib/bind-number/view.ts';

type BindFormBoxProps = Pick<NumberFieldsProps, 'ground' | 'homeCountry'> & {
  form: BindForm;
  readers: Readers | null;
  suggestions: Suggestions;
  apps: readonly AppChoice[];
  allowHttp: boolean;
  currentUrl: string | null;
  asleep: boolean;
  /** Somebody is in the form: what is needed next can be fetched now. */
  onEnter: () => void;
  onReview: (content: BindContent) => void;
};

/** The form itself. Enter, or Control+Enter from anywhere in it, opens the review; nothing here sends. */
export function BindFormBox({ form, asleep, onEnter, onReview, ...fields }: BindFormBoxProps) {
  const t = useTranslations('bind');
  const problemText = useProblemText();
  const submit = useSubmit(form, onReview);
  const problems = form.problems.filter(({ field }) => field !== undefined);
  const ofForm = form.problems.find(({ field }) => field === undefined);
  const summary = problems.map((problem) => ({
    fieldId: problem.field ?? '',
    message: problemText(problem),
  }));

  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };

  return (
    <>
      <ErrorSummary errors={summary} attempt={form.attempt} />
      {ofForm ? <ReviewProblem problem={ofForm} /> : null}
      <Card>
        <form noValidate onSubmit={submit} onKeyDown={press} onFocus={onEnter}>
          <fieldset disabled={asleep}>
            <div className="px-4 py-5 sm:px-5">
              <BindFields {...fields} control={form.control} problems={problems} />
            </div>
            <div className="flex flex-wrap items-center gap-3 border-t border-line px-4 py-3.5 sm:px-5">
              <Button type="submit" look="primary" busy={form.busy} className="max-sm:w-full">
                {t('review')}
              </Button>
              <span aria-hidden className="flex gap-1 max-sm:hidden pointer-coarse:hidden">
                <Kbd>Ctrl</Kbd>
                <Kbd>Enter</Kbd>
              </span>
            </div>
          </fieldset>
        </form>
      </Card>
    </>
  );
}
