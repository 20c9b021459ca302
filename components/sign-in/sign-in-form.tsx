'use client';

import { useTranslations } from 'use-intl';
import { FormErrors } from '#components/form/form-errors.tsx';
import { useActionForm } from '#components/form/use-action-form.ts';
import { useFieldErrors } from '#components/form/use-field-errors.ts';
import { leaveFor } from '#components/sign-in/leave-for.ts';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Problem } from '#lib/domain/problem.ts';
import { signIn, signInForm } from '#lib/people/actions.ts';

type SignInFormProps = {
  next: string | null;
  /** Why a submit without script did not work. */
  earlier: Problem | null;
};

/** Email and password. The form's own `action` serves whoever submits before the script is there. */
export function SignInForm({ next, earlier }: SignInFormProps) {
  const t = useTranslations('signIn');
  const { problems, attempt, busy, form } = useActionForm({
    action: signIn,
    loadSchema: async () => (await import('#lib/people/schema.ts')).signInInputSchema,
    read: (data) => ({ email: String(data.get('email')), password: String(data.get('password')), next }),
    done: ({ to }) => leaveFor(to),
  });
  const shown = attempt === 0 && earlier ? [earlier] : problems;
  const errorOf = useFieldErrors(shown);
  return (
    <form {...form} action={signInForm} className="grid gap-4">
      <FormErrors problems={shown} attempt={attempt} idOf={(field) => field} fallbackId="email" />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <TextField
        id="email"
        name="email"
        type="email"
        label={t('email')}
        error={errorOf('email')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
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
