'use client';

import { LogOut } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import type { Role } from '#lib/domain/role.ts';
import { paths } from '#lib/paths.ts';

export type Account = { name: string; email: string; role: Role };

/** Who is signed in, and the way out. A form around a function of the browser: React keeps a submit that comes before hydration. */
export function AccountBlock({ account, signOut }: { account: Account; signOut: () => Promise<void> }) {
  const t = useTranslations('shell.account');
  const leave = async () => {
    await signOut();
    // A full load, so that Back finds nothing of what was seen here in this page's memory.
    window.location.assign(paths.signIn());
  };
  return (
    <div className="flex items-center gap-2">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium" title={account.email}>
          {account.name}
        </p>
        <p className="truncate text-xs text-ink-3">{t(`roles.${account.role}`)}</p>
      </div>
      <form action={leave}>
        <Button type="submit" look="quiet" size="icon" aria-label={t('signOut')} title={t('signOut')}>
          <LogOut aria-hidden className="size-4" />
        </Button>
      </form>
    </div>
  );
}
