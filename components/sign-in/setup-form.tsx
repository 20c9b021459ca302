'use client';

import { useTranslations } from 'use-intl';
import { FormErrors } from '#components/form/form-errors.tsx';
import { useActionForm } from '#components/form/use-action-form.ts';
import { useFieldErrors } from '#components/form/use-field-errors.ts';
import { AppFields } from '#components/sign-in/app-fields.tsx';
import { EmailField } from '#components/sign-in/email-field.tsx';
import { leaveFor } from '#components/sign-in/leave-for.ts';
import { NewPasswordField } from '#components/sign-in/new-password-field.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { setUp } from '#lib/people/actions.ts';

type SetupFormProps = { token: string; needsApp: boolean; minimum: number };

/** Makes the first admin and, where none is configured, names the first app. */
export function SetupForm({ token, needsApp, minimum }: SetupFormProps) {
  const t = useTranslations('signIn');
  const { problems, attempt, busy, form } = useActionForm({
    action: setUp,
    loadSchema: async () => (await import('#lib/people/schema.ts')).setUpInputSchema,
    read: (data) => {
      const text = (name: string) => String(data.get(name) ?? '');
      return {
        token,
        name: text('name'),
        email: text('email'),
        password: text('password'),
        appId: needsApp ? text('appId') : null,
        appName: needsApp ? text('appName') : null,
      };
    },
    done: leaveFor,
  });
  const errorOf = useFieldErrors(problems);
  return (
    <form {...form} className="grid gap-6">
      <FormErrors problems={problems} attempt={attempt} idOf={(field) => field} fallbackId="setup-submit" />
      <fieldset className="grid gap-4">
        <legend className="mb-3 text-lg font-semibold">{t('setup.adminHeading')}</legend>
        <TextField
          id="name"
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          error={errorOf('name')}
          autoComplete="name"
        />
        <EmailField error={errorOf('email')} />
        <NewPasswordField error={errorOf('password')} minimum={minimum} />
      </fieldset>
      {needsApp ? <AppFields errorOf={errorOf} /> : null}
      <Button id="setup-submit" type="submit" look="primary" busy={busy} className="w-full">
        {t('setup.submit')}
      </Button>
    </form>
  );
}
