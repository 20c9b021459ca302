'use client';

import { useTranslations } from 'use-intl';
import { FormErrors } from '#components/form/form-errors.tsx';
import { useActionForm } from '#components/form/use-action-form.ts';
import { useFieldErrors } from '#components/form/use-field-errors.ts';
import { EmailField } from '#components/sign-in/email-field.tsx';
import { leaveFor } from '#components/sign-in/leave-for.ts';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { signIn } from '#lib/people/actions.ts';

/** Email and password. `next`: the path that was asked for, to go on to. */
export function SignInForm({ next }: { next: string | null }) {
  const t = useTranslations('signIn');
  const { problems, attempt, busy, form } = useActionForm({
    action: signIn,
    loadSchema: async () => (await import('#lib/people/schema.ts')).signInInputSchema,
    read: (data) => ({ email: String(data.get('email')), password: String(data.get('password')), next }),
    done: leaveFor,
  });
  const errorOf = useFieldErrors(problems);
  return (
    <form {...form} className="grid gap-4">
      <FormErrors problems={problems} attempt={attempt} idOf={(field) => field} fallbackId="email" />
      <EmailField error={errorOf('email')} />
      <TextField
        id="password"
        name="password"
        type="password"
        label={t('password')}
        error={errorOf('password')}
        autoComplete="current-password"
      />
      <Button type="submit" look="primary" busy={busy} className="mt-1 w-full">
        {t('submit')}
      </Button>
      <p className="text-sm text-ink-3 text-pretty">{t('forgotten')}</p>
    </form>
  );
}
