'use client';

import { useTranslations } from 'use-intl';
import type { Defaults } from '#components/batches/new/lines/use-dry-run.ts';
import { urlInput } from '#components/form/url-input.ts';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';

type DefaultFieldsProps = {
  apps: readonly { id: string; name: string }[];
  value: Defaults;
  onChange: (value: Defaults) => void;
  /** The field was left, or Enter pressed: lines that are there can be read anew. */
  onSettled: (value: Defaults) => void;
};

/** What lines get that do not say it themselves. With several apps none is preset, as in the bind form. */
export function DefaultFields({ apps, value, onChange, onSettled }: DefaultFieldsProps) {
  const t = useTranslations('newBatch.defaults');
  return (
    <div className="grid gap-x-5 gap-y-4 md:grid-cols-[minmax(0,18rem)_minmax(0,1fr)]">
      <SelectField
        label={t('app')}
        value={value.appId}
        onChange={(event) => {
          const next = { ...value, appId: event.target.value };
          onChange(next);
          onSettled(next);
        }}
      >
        {apps.length > 1 ? <option value="">{t('appChoose')}</option> : null}
        {apps.map(({ id, name }) => (
          <option key={id} value={id}>
            {name === id ? id : `${name} · ${id}`}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('url')}
        {...urlInput}
        value={value.callbackUrl}
        onChange={(event) => onChange({ ...value, callbackUrl: event.target.value })}
        onBlur={() => onSettled(value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onSettled(value);
        }}
      />
    </div>
  );
}
