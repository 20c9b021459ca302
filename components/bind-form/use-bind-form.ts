'use client';

import { type Control, useForm, useFormState, useWatch } from 'react-hook-form';
import type { CheckOptions } from '#components/bind-form/bind-check.ts';
import { problemsIn, resolveBindValues } from '#components/bind-form/bind-resolver.ts';
import type { BindContent, BindValues } from '#components/bind-form/bind-values.ts';

export type BindControl = Control<BindValues, unknown, BindContent>;

/**
 * The form's owner: values, submission and errors. Nothing is judged before a failed submit, afterwards each field as
 * it changes (F1). What is read of the form is read here: React Hook Form changes its state in place, so the compiler
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
