'use client';

import { useProblemText } from '#components/form/problem-text.ts';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import type { Problem } from '#lib/domain/problem.ts';

type FormErrorsProps = {
  problems: readonly Problem[];
  attempt: number;
  /** The id of a field's control. */
  idOf: (field: string) => string;
  /** Where a problem of no single field leads: the field to look at first, or the button to press again. */
  fallbackId: string;
};

/** The error summary of a form: the first problem of each field, in the order of the form. */
export function FormErrors({ problems, attempt, idOf, fallbackId }: FormErrorsProps) {
  const text = useProblemText();
  const errors = firstOfEach(problems).map((problem) => ({
    fieldId: problem.field ? idOf(problem.field) : fallbackId,
    message: text(problem),
  }));
  return <ErrorSummary errors={errors} attempt={attempt} />;
}

const firstOfEach = (problems: readonly Problem[]): Problem[] =>
  problems.filter((problem, n) => problems.findIndex(({ field }) => field === problem.field) === n);
