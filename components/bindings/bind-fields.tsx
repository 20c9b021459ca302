'use client';

import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { type AppChoice, AppField } from '#components/bindings/app-field.tsx';
import type { BindValues } from '#components/bindings/bind-values.ts';
import { NumberFields } from '#components/bindings/number-fields.tsx';
import { UrlFields } from '#components/bindings/url-fields.tsx';
import type { BindForm } from '#components/bindings/use-bind-form.ts';
import { useProblemText } from '#components/form/problem-text.ts';
import { TextField } from '#components/ui/text-field.tsx';
import type { Problem } from '#lib/domain/problem.ts';

type BindFieldsProps = {
  form: BindForm;
  problems: Map<keyof BindValues, Problem>;
  apps: readonly AppChoice[];
  allowHttp: boolean;
  currentUrl: string | null;
};

/** The fields in the order they are asked; what each says depends only on the form. */
export function BindFields({ form, problems, apps, allowHttp, currentUrl }: BindFieldsProps) {
  const t = useTranslations('bind.field');
  const shared = useTranslations('ui');
  const text = useProblemText();
  const values = useWatch({ control: form.control });
  const errorOf = (field: 'appId' | 'number' | 'callbackUrl' | 'reason') => {
    const problem = problems.get(field);
    return problem && text(problem);
  };
  return (
    <div className="grid gap-5">
      <AppField form={form} apps={apps} error={errorOf('appId')} />
      <NumberFields form={form} values={values} error={errorOf('number')} />
      <UrlFields
        form={form}
        values={values}
        allowHttp={allowHttp}
        currentUrl={currentUrl}
        error={errorOf('callbackUrl')}
      />
      <TextField
        {...form.register('reason')}
        id="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        optional={shared('optional')}
        error={errorOf('reason')}
        autoComplete="off"
      />
    </div>
  );
}
