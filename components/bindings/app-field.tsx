'use client';

import { useTranslations } from 'use-intl';
import type { BindForm } from '#components/bindings/use-bind-form.ts';
import { SelectField } from '#components/ui/select-field.tsx';

/** An app this console may bind in. */
export type AppChoice = { id: string; name: string };

type AppFieldProps = { form: BindForm; apps: readonly AppChoice[]; error: string | undefined };

/** With several apps none is preset: a number bound in the wrong one is a live fault. */
export function AppField({ form, apps, error }: AppFieldProps) {
  const t = useTranslations('bind.field');
  return (
    <SelectField {...form.register('appId')} id="appId" label={t('app')} error={error}>
      {apps.length > 1 ? <option value="">{t('appChoose')}</option> : null}
      {apps.map(({ id, name }) => (
        <option key={id} value={id}>
          {name === id ? id : `${name} · ${id}`}
        </option>
      ))}
    </SelectField>
  );
}
