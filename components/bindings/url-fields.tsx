'use client';

import { useFormState } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { BindValues } from '#components/bindings/bind-values.ts';
import { UrlNote } from '#components/bindings/url-note.tsx';
import type { BindForm } from '#components/bindings/use-bind-form.ts';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { TextField } from '#components/ui/text-field.tsx';

type UrlFieldsProps = {
  form: BindForm;
  values: Partial<BindValues>;
  allowHttp: boolean;
  currentUrl: string | null;
  error: string | undefined;
};

/** The URL, and apart from it the choice to send none: an empty field alone never means that. */
export function UrlFields({ form, values, allowHttp, currentUrl, error }: UrlFieldsProps) {
  const t = useTranslations('bind.field');
  const { isSubmitted } = useFormState({ control: form.control });
  const typed = values.callbackUrl ?? '';
  const omitted = values.omitUrl ?? false;
  const use = (url: string) =>
    form.setValue('callbackUrl', url, { shouldDirty: true, shouldValidate: isSubmitted });
  return (
    <div>
      <TextField
        {...form.register('callbackUrl')}
        id="callbackUrl"
        label={t('callbackUrl')}
        hint={t('callbackUrlHint')}
        error={error}
        readOnly={omitted}
        note={
          typed === '' || omitted ? null : (
            <UrlNote typed={typed} allowHttp={allowHttp} currentUrl={currentUrl} onUse={use} />
          )
        }
        noteIsLive
        mono
        placeholder="https://"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
      />
      <Checkbox
        {...form.register('omitUrl', { deps: 'callbackUrl' })}
        className="mt-2.5"
        label={t('omitUrl')}
      />
    </div>
  );
}
