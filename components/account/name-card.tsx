'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AccountCard } from '#components/account/account-card.tsx';
import { FormErrors } from '#components/form/form-errors.tsx';
import { useActionForm } from '#components/form/use-action-form.ts';
import { useFieldErrors } from '#components/form/use-field-errors.ts';
import { Button } from '#components/ui/button.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { changeName } from '#lib/people/actions-account.ts';

const idOf = (field: string) => `account-${field}`;

export function NameCard({ name }: { name: string }) {
  const t = useTranslations('account.profile');
  const router = useRouter();
  const [done, setDone] = useState(false);
  const { problems, attempt, busy, form } = useActionForm({
    action: changeName,
    loadSchema: async () => (await import('#lib/people/schema.ts')).changeNameInputSchema,
    read: (data) => ({ name: String(data.get('name')) }),
    done: () => {
      setDone(true);
      announce(t('done'));
      // The name also stands in the frame of the page.
      router.refresh();
    },
  });
  const errorOf = useFieldErrors(problems);
  return (
    <AccountCard title={t('title')}>
      <form {...form} className="grid max-w-md gap-4">
        <FormErrors problems={problems} attempt={attempt} idOf={idOf} fallbackId={idOf('save-name')} />
        <TextField
          id={idOf('name')}
          name="name"
          label={t('label')}
          hint={t('hint')}
          error={errorOf('name')}
          defaultValue={name}
          autoComplete="name"
          onChange={() => setDone(false)}
        />
        <div>
          <Button id={idOf('save-name')} type="submit" look="primary" busy={busy}>
            {t('save')}
          </Button>
        </div>
        {done ? <Notice tone="good">{t('done')}</Notice> : null}
      </form>
    </AccountCard>
  );
}
