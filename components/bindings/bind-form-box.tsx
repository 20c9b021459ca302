'use client';

import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { AppChoice } from '#components/bindings/app-field.tsx';
import { BindFields, type FieldProps } from '#components/bindings/bind-fields.tsx';
import type { BindContent } from '#components/bindings/bind-values.ts';
import { ReviewProblem } from '#components/bindings/review-problem.tsx';
import { useSubmit } from '#components/bindings/use-submit.ts';
import { useProblemText } from '#components/form/problem-text.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Kbd } from '#components/ui/kbd.tsx';

type BindFormBoxProps = Omit<FieldProps, 'error'> & {
  apps: readonly AppChoice[];
  allowHttp: boolean;
  currentUrl: string | null;
  asleep: boolean;
  /** Somebody is in the form: what is needed next can be fetched now. */
  onEnter: () => void;
  onReview: (content: BindContent) => void;
};

/** The form itself. Enter, or Control+Enter from anywhere in it, opens the review; nothing here sends. */
export function BindFormBox({ asleep, onEnter, onReview, ...fields }: BindFormBoxProps) {
  const t = useTranslations('bind');
  const problemText = useProblemText();
  const { values, readers, allowHttp } = fields;
  const appIds = fields.apps.map(({ id }) => id);
  const tried = useSubmit(values, { readers, allowHttp, appIds, onReview });
  const summary = tried.problems.map((problem) => ({
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
      <ErrorSummary errors={summary} attempt={tried.attempt} />
      {tried.loadProblem ? <ReviewProblem problem={tried.loadProblem} /> : null}
      <Card>
        <form noValidate onSubmit={tried.submit} onKeyDown={press} onFocus={onEnter}>
          <fieldset disabled={asleep}>
            <div className="px-4 py-5 sm:px-5">
              <BindFields {...fields} problems={tried.problems} />
            </div>
            <div className="flex flex-wrap items-center gap-3 border-t border-line px-4 py-3.5 sm:px-5">
              <Button type="submit" look="primary" busy={tried.busy} className="max-sm:w-full">
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
