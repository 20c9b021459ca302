'use client';

import { useTranslations } from 'use-intl';
import { type AppChoice, AppField } from '#components/bindings/app-field.tsx';
import type { BindValues } from '#components/bindings/bind-values.ts';
import { NumberFields } from '#components/bindings/number-fields.tsx';
import { UrlFields } from '#components/bindings/url-fields.tsx';
import type { Readers } from '#components/bindings/use-readers.ts';
import { useProblemText } from '#components/form/problem-text.ts';
import { TextField } from '#components/ui/text-field.tsx';
import type { Problem } from '#lib/domain/problem.ts';

/** What each field is given: the form's values, how to change them, what reads them, and its own error. */
export type FieldProps = {
  values: BindValues;
  onChange: (patch: Partial<BindValues>) => void;
  readers: Readers | null;
  error: string | undefined;
};

type BindFieldsProps = Omit<FieldProps, 'error'> & {
  problems: readonly Problem[];
  apps: readonly AppChoice[];
  allowHttp: boolean;
  currentUrl: string | null;
};

/** The fields in the order they are asked. */
export function BindFields({ problems, apps, allowHttp, currentUrl, ...rest }: BindFieldsProps) {
  const t = useTranslations('bind.field');
  const shared = useTranslations('ui');
  const text = useProblemText();
  const errorOf = (field: keyof BindValues) => {
    const problem = problems.find((one) => one.field === field);
    return problem && text(problem);
  };
  return (
    <div className="grid gap-5">
      <AppField {...rest} apps={apps} error={errorOf('appId')} />
      <NumberFields {...rest} error={errorOf('number')} />
      <UrlFields {...rest} allowHttp={allowHttp} currentUrl={currentUrl} error={errorOf('callbackUrl')} />
      <TextField
        id="reason"
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        optional={shared('optional')}
        error={errorOf('reason')}
        value={rest.values.reason}
        onChange={(event) => rest.onChange({ reason: event.target.value })}
        autoComplete="off"
      />
    </div>
  );
}
