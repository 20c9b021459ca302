'use client';
'use no memo';

import { useController } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { FieldProps } from '#components/bind-form/use-bind-form.ts';
import { SelectField } from '#components/ui/select-field.tsx';

/** An app this console may bind in. */
export type AppChoice = { id: string; name: string };

/** With several apps none is preset: a number bound in the wrong one is a live fault. */
export function AppField({ control, error, apps }: FieldProps & { apps: readonly AppChoice[] }) {
  const t = useTranslations('bind.field');
  const { field } = useController({ control, name: 'appId' });
  return (
    <SelectField {...field} id="appId" label={t('app')} error={error}>
      {apps.length > 1 ? <option value="">{t('appChoose')}</option> : null}
      {apps.map(({ id, name }) => (
        <option key={id} value={id}>
          {name === id ? id : `${name} · ${id}`}
        </option>
      ))}
    </SelectField>
  );
}
