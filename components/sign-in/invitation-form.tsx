'use client';

import { useTranslations } from 'use-intl';
import { FormErrors } from '#components/form/form-errors.tsx';
import { useActionForm } from '#components/form/use-action-form.ts';
import { useFieldErrors } from '#components/form/use-field-errors.ts';
import { leaveFor } from '#components/sign-in/leave-for.ts';
import { NewPasswordField } from '#components/sign-in/new-password-field.tsx';
import { Button } from '#components/ui/button.tsx';
import { acceptInvitation } from '#lib/people/actions.ts';

type InvitationFormProps = { token: string; email: string; minimum: number };

/** Sets a person's password through their one-time link. */
export function InvitationForm({ token, email, minimum }: InvitationFormProps) {
  const t = useTranslations('signIn');
  const { problems, attempt, busy, form } = useActionForm({
    action: acceptInvitation,
    loadSchema: async () => (await import('#lib/people/schema.ts')).acceptInputSchema,
    read: (data) => ({ token, password: String(data.get('password')) }),
    done: leaveFor,
  });
  const errorOf = useFieldErrors(problems);
  return (
    <form {...form} className="grid gap-4">
      <FormErrors problems={problems} attempt={attempt} idOf={(field) => field} fallbackId="password" />
      {/* For password managers: whose password this is. */}
      <input type="email" value={email} readOnly autoComplete="username" hidden />
      <NewPasswordField error={errorOf('password')} minimum={minimum} />
      <Button type="submit" look="primary" busy={busy} className="mt-1 w-full">
        {t('invitation.submit')}
      </Button>
    </form>
  );
}
