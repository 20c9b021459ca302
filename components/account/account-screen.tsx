'use client';

import { useTranslations } from 'use-intl';
import { NameCard } from '#components/account/name-card.tsx';
import { PasswordCard } from '#components/account/password-card.tsx';
import { SessionsCard } from '#components/account/sessions-card.tsx';
import type { AccountView } from '#lib/people/view-account.ts';

/** A person's own name, password and sessions. */
export function AccountScreen({ account, minimum }: { account: AccountView; minimum: number }) {
  const t = useTranslations('account');
  return (
    <>
      <header className="mb-6">
        <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-1 max-w-prose text-ink-2 text-pretty break-words">
          {t('lead', { email: account.email })}
        </p>
      </header>
      <div className="grid max-w-3xl gap-6">
        <NameCard name={account.name} />
        <PasswordCard email={account.email} minimum={minimum} />
        <SessionsCard sessions={account.sessions} />
      </div>
    </>
  );
}
