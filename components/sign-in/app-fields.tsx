'use client';

import { useTranslations } from 'use-intl';
import { TextField } from '#components/ui/text-field.tsx';

/** The first app's id and name. */
export function AppFields({ errorOf }: { errorOf: (field: string) => string | undefined }) {
  const t = useTranslations('signIn.setup');
  return (
    <fieldset className="grid gap-4">
      <legend className="text-lg font-semibold">{t('appHeading')}</legend>
      <p className="text-sm text-ink-3 text-pretty">{t('appLead')}</p>
      <TextField
        id="appId"
        name="appId"
        label={t('appId')}
        hint={t('appIdHint')}
        error={errorOf('appId')}
        inputMode="numeric"
        autoComplete="off"
        mono
      />
      <TextField
        id="appName"
        name="appName"
        label={t('appName')}
        hint={t('appNameHint')}
        error={errorOf('appName')}
        autoComplete="off"
      />
    </fieldset>
  );
}
