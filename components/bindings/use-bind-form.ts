'use client';

import { useEffect } from 'react';
import { type Resolver, type UseFormReturn, useForm, useFormState } from 'react-hook-form';
import type { CheckOptions } from '#components/bindings/bind-check.ts';
import type { BindContent, BindValues } from '#components/bindings/bind-values.ts';
import type { Problem } from '#lib/domain/problem.ts';

/** The rules load on the first submit: nothing is judged before (F1). */
const loadCheck = () => import('#components/bindings/bind-check.ts');

export type BindForm = UseFormReturn<BindValues, unknown, BindContent>;

/**
 * The form's state. A field's error carries its problem as JSON in `message`, so that the sentence follows a
 * change of language and the summary says the very words of the field.
 */
export function useBindForm(start: BindValues, options: CheckOptions): BindForm {
  const resolver: Resolver<BindValues, unknown, BindContent> = async (values) => {
    const { checkBindValues } = await loadCheck();
    const checked = checkBindValues(values, options);
    if (checked.ok) return { values: checked.value, errors: {} };
    return { values: {}, errors: Object.fromEntries(checked.problem.map(asError)) };
  };
  return useForm<BindValues, unknown, BindContent>({
    defaultValues: start,
    resolver,
    mode: 'onSubmit',
    reValidateMode: 'onChange',
    shouldFocusError: false,
  });
}

const asError = (problem: Problem) => [
  problem.field,
  { type: problem.code, message: JSON.stringify(problem) },
];

/**
 * The problems of the form in the order of its fields. React Hook Form changes its error object in place, so the
 * compiler must not take an unchanged reference for unchanged errors.
 */
export function useProblems({ control }: BindForm): Map<keyof BindValues, Problem> {
  'use no memo';
  const { errors } = useFormState({ control });
  const order = ['appId', 'number', 'callbackUrl', 'reason'] as const;
  return new Map(
    order.flatMap((field) => {
      const text = errors[field]?.message;
      return text ? [[field, JSON.parse(text) as Problem] as const] : [];
    }),
  );
}

/** Asks the browser to warn before the page is closed or left for another site (F35). */
export function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [active]);
}
