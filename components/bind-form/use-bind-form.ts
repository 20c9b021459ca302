'use client';

import { useForm, useFormState, useWatch } from 'react-hook-form';
import type { CheckOptions } from '#components/bind-form/bind-check.ts';
import { problemsIn, resolveBindValues } from '#components/bind-form/bind-resolver.ts';
import type { BindControl, BindValues } from '#components/bind-form/bind-values.ts';
import type { Readers } from '#components/bind-form/use-parsers.ts';
import type { BindContent } from '#components/review/review-request.ts';

/** What each field is given: the form it belongs to, what reads it, and its own error. */
export type FieldProps = {
  control: BindControl;
  readers: Readers | null;
  error: string | undefined;
};

/**
 * The form's owner: values, submission and errors. Nothing is judged before a failed submit, afterwards each field as
 * it changes. What is read of the form is read here: React Hook Form changes its state in place, so the compiler
 * must not take an unchanged reference for unchanged content.
 */
export function useBindForm(start: BindValues, options: CheckOptions) {
  'use no memo';
  const form = useForm<BindValues, unknown, BindContent>({
    defaultValues: start,
    resolver: (values) => resolveBindValues(values, options),
    mode: 'onSubmit',
    reValidateMode: 'onChange',
    shouldFocusError: false,
  });
  const { control, handleSubmit, reset, setError, setFocus } = form;
  const values = useWatch({ control, compute: (all) => ({ ...all }) });
  const { errors, isSubmitting, submitCount } = useFormState({ control });
  return {
    control,
    handleSubmit,
    reset,
    setError,
    setFocus,
    values,
    problems: problemsIn(errors),
    busy: isSubmitting,
    attempt: submitCount,
  };
}

export type BindForm = ReturnType<typeof useBindForm>;
