'use client';

import { LogOut } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { leave } from '#components/shell/leave.ts';
import { Button } from '#components/ui/button.tsx';
import type { Role } from '#lib/domain/role.ts';

export type Account = { name: string; email: string; role: Role };

/** Who is signed in, and the way out. A form around a function of the browser: React keeps a submit that comes before hydration. */
export function AccountBlock({ account, signOut }: { account: Account; signOut: () => Promise<void> }) {
  const t = useTranslations('shell.account');
  return (
    <div className="flex items-center gap-2">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium" title={account.email}>
          {account.name}
        </p>
        <p className="truncate text-xs text-ink-3">{t(`roles.${account.role}`)}</p>
      </div>
      <form action={() => leave(signOut)}>
        <Button type="submit" look="quiet" size="icon" aria-label={t('signOut')} title={t('signOut')}>
          <LogOut aria-hidden className="size-4" />
        </Button>
      </form>
    </div>
  );
}
