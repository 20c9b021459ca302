'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { AccountCard } from '#components/account/account-card.tsx';
import { FormErrors } from '#components/form/form-errors.tsx';
import { useActionForm } from '#components/form/use-action-form.ts';
import { useFieldErrors } from '#components/form/use-field-errors.ts';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { changePassword } from '#lib/people/actions-account.ts';

const idOf = (field: string) => `password-${field}`;

/** The old password and a new one, each typed once and shown on request. */
export function PasswordCard({ email, minimum }: { email: string; minimum: number }) {
  const t = useTranslations('account.password');
  const [shown, setShown] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const box = useRef<HTMLFormElement>(null);
  const { problems, attempt, busy, form } = useActionForm({
    action: changePassword,
    loadSchema: async () => (await import('#lib/people/schema.ts')).changePasswordInputSchema,
    read: (data) => ({ current: String(data.get('current')), next: String(data.get('next')) }),
    done: ({ ended }) => {
      box.current?.reset();
      setShown(false);
      const text = t('done', { ended });
      setDone(text);
      announce(text);
    },
  });
  const errorOf = useFieldErrors(problems);
  const field = {
    type: shown ? 'text' : 'password',
    autoCapitalize: 'none',
    spellCheck: false,
    onChange: () => setDone(null),
  };
  return (
    <AccountCard title={t('title')}>
      <form {...form} ref={box} className="grid max-w-md gap-4">
        <FormErrors problems={problems} attempt={attempt} idOf={idOf} fallbackId={idOf('save')} />
        {/* For password managers: whose password this is. */}
        <input type="email" value={email} readOnly autoComplete="username" hidden />
        <TextField
          {...field}
          id={idOf('current')}
          name="current"
          label={t('current')}
          error={errorOf('current')}
          autoComplete="current-password"
        />
        <TextField
          {...field}
          id={idOf('next')}
          name="next"
          label={t('next')}
          hint={t('hint', { limit: minimum })}
          error={errorOf('next')}
          autoComplete="new-password"
        />
        <Checkbox label={t('show')} checked={shown} onChange={(event) => setShown(event.target.checked)} />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button id={idOf('save')} type="submit" look="primary" busy={busy}>
            {t('save')}
          </Button>
          <span className="text-sm text-ink-3">{t('consequence')}</span>
        </div>
        {done === null ? null : <Notice tone="good">{done}</Notice>}
      </form>
    </AccountCard>
  );
}
