'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { TextField } from '#components/ui/text-field.tsx';

type NewPasswordFieldProps = { error: string | undefined; minimum: number };

/** Typed once and shown on request, rather than typed twice blindly. */
export function NewPasswordField({ error, minimum }: NewPasswordFieldProps) {
  const t = useTranslations('signIn');
  const [shown, setShown] = useState(false);
  return (
    <div className="grid gap-2">
      <TextField
        id="password"
        name="password"
        type={shown ? 'text' : 'password'}
        label={t('newPassword')}
        hint={t('newPasswordHint', { limit: minimum })}
        error={error}
        autoComplete="new-password"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Checkbox
        label={t('showPassword')}
        checked={shown}
        onChange={(event) => setShown(event.target.checked)}
      />
    </div>
  );
}
