'use client';

import type { KeyboardEvent } from 'react';
import { useFormState } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { AppChoice } from '#components/bindings/app-field.tsx';
import { BindFields } from '#components/bindings/bind-fields.tsx';
import type { BindContent } from '#components/bindings/bind-values.ts';
import { loadReviewDialog } from '#components/bindings/review-loader.ts';
import { ReviewProblem } from '#components/bindings/review-problem.tsx';
import { type BindForm, useProblems } from '#components/bindings/use-bind-form.ts';
import { useSubmit } from '#components/bindings/use-submit.ts';
import { useProblemText } from '#components/form/problem-text.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Kbd } from '#components/ui/kbd.tsx';

type BindFormBoxProps = {
  form: BindForm;
  apps: readonly AppChoice[];
  allowHttp: boolean;
  currentUrl: string | null;
  asleep: boolean;
  onReview: (content: BindContent) => void;
};

/** The form itself. Enter, or Control+Enter from anywhere in it, opens the review; nothing here sends. */
export function BindFormBox({ form, apps, allowHttp, currentUrl, asleep, onReview }: BindFormBoxProps) {
  const t = useTranslations('bind');
  const problemText = useProblemText();
  const { submit, attempt, loadProblem } = useSubmit(form, onReview);
  const { isSubmitting } = useFormState({ control: form.control });
  const problems = useProblems(form);
  const summary = [...problems].map(([fieldId, problem]) => ({
    fieldId,
    message: problemText(problem),
  }));

  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };

  return (
    <>
      <ErrorSummary errors={summary} attempt={attempt} />
      {loadProblem ? <ReviewProblem problem={loadProblem} /> : null}
      <Card>
        <form
          noValidate
          onSubmit={submit}
          onKeyDown={press}
          onFocus={() => void loadReviewDialog().catch(() => null)}
        >
          <fieldset disabled={asleep}>
            <div className="px-4 py-5 sm:px-5">
              <BindFields
                form={form}
                problems={problems}
                apps={apps}
                allowHttp={allowHttp}
                currentUrl={currentUrl}
              />
            </div>
            <div className="flex flex-wrap items-center gap-3 border-t border-line px-4 py-3.5 sm:px-5">
              <Button type="submit" look="primary" busy={isSubmitting} className="max-sm:w-full">
                {t('review')}
              </Button>
              <span aria-hidden className="flex gap-1 pointer-coarse:hidden">
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
