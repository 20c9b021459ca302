'use client';

import { useTranslations } from 'use-intl';
import { TextField } from '#components/ui/text-field.tsx';

/** The email a person signs in with; password managers know it by its name. */
export function EmailField({ error }: { error: string | undefined }) {
  const t = useTranslations('signIn');
  return (
    <TextField
      id="email"
      name="email"
      type="email"
      label={t('email')}
      error={error}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}
