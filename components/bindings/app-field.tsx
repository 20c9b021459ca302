'use client';

import { useTranslations } from 'use-intl';
import type { FieldProps } from '#components/bindings/bind-fields.tsx';
import { SelectField } from '#components/ui/select-field.tsx';

/** An app this console may bind in. */
export type AppChoice = { id: string; name: string };

/** With several apps none is preset: a number bound in the wrong one is a live fault. */
export function AppField({ values, onChange, error, apps }: FieldProps & { apps: readonly AppChoice[] }) {
  const t = useTranslations('bind.field');
  return (
    <SelectField
      id="appId"
      name="appId"
      label={t('app')}
      error={error}
      value={values.appId}
      onChange={(event) => onChange({ appId: event.target.value })}
    >
      {apps.length > 1 ? <option value="">{t('appChoose')}</option> : null}
      {apps.map(({ id, name }) => (
        <option key={id} value={id}>
          {name === id ? id : `${name} · ${id}`}
        </option>
      ))}
    </SelectField>
  );
}
