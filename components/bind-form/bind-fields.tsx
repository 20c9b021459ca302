'use client';

import { useController, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { type AppChoice, AppField } from '#components/bind-form/app-field.tsx';
import type { BindValues } from '#components/bind-form/bind-values.ts';
import { NumberFields, type NumberFieldsProps } from '#components/bind-form/number-fields.tsx';
import { UrlFields } from '#components/bind-form/url-fields.tsx';
import type { FieldProps } from '#components/bind-form/use-bind-form.ts';
import { useProblemText } from '#components/form/problem-text.ts';
import { TextField } from '#components/ui/text-field.tsx';
import type { Suggestions } from '#lib/bind-number/view.ts';
import type { Problem } from '#lib/domain/problem.ts';

type BindFieldsProps = Omit<FieldProps, 'error'> &
  Pick<NumberFieldsProps, 'ground' | 'homeCountry'> & {
    problems: readonly Problem[];
    apps: readonly AppChoice[];
    suggestions: Suggestions;
    allowHttp: boolean;
    currentUrl: string | null;
  };

/** The fields in the order they are asked. */
export function BindFields(props: BindFieldsProps) {
  const { problems, apps, suggestions, allowHttp, currentUrl, ground, homeCountry, ...rest } = props;
  const t = useTranslations('bind.field');
  const shared = useTranslations('ui');
  const text = useProblemText();
  const { field: reason } = useController({ control: rest.control, name: 'reason' });
  const appId = useWatch({ control: rest.control, name: 'appId' });
  const known = {
    appId,
    numbers: suggestions.numbers.filter((one) => one.appId === appId),
    more: suggestions.more.includes(appId),
  };
  const errorOf = (field: keyof BindValues) => {
    const problem = problems.find((one) => one.field === field);
    return problem && text(problem);
  };
  return (
    <div className="grid gap-5">
      <AppField {...rest} apps={apps} error={errorOf('appId')} />
      <NumberFields
        {...rest}
        known={known}
        ground={ground}
        homeCountry={homeCountry}
        error={errorOf('number')}
      />
      <UrlFields
        {...rest}
        suggestions={suggestions}
        allowHttp={allowHttp}
        currentUrl={currentUrl}
        error={errorOf('callbackUrl')}
      />
      <TextField
        {...reason}
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
