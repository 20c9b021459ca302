'use client';
'use no memo';

import { LogOut } from 'lucide-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslations } from 'use-intl';
import { hearSignOut, hearSignOutFailure, leave } from '#components/shell/sign-out.ts';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import type { Role } from '#lib/domain/role.ts';
import { mainPaths } from '#lib/main-paths.ts';

export type Account = { name: string; email: string; role: Role };

/** Who is signed in, and the way out. A form around a function of the browser: React keeps a submit that comes before hydration. */
export function AccountBlock({ account, signOut }: { account: Account; signOut: () => Promise<void> }) {
  const t = useTranslations('shell.account');
  const [failed, setFailed] = useState(false);
  useEffect(hearSignOut, []);
  useEffect(() => hearSignOutFailure(() => setFailed(true)), []);
  return (
    <div className="flex items-center gap-2">
      <PageLink
        href={mainPaths.account}
        className="-mx-1.5 min-w-0 flex-1 rounded-sm px-1.5 py-0.5 hover:bg-sunken"
        title={`${t('own')} (${account.email})`}
      >
        <span className="block truncate font-medium">{account.name}</span>
        <span className="block truncate text-xs text-ink-3">{t(`roles.${account.role}`)}</span>
      </PageLink>
      <form action={() => leave(signOut)}>
        <Button type="submit" look="quiet" size="icon" aria-label={t('signOut')} title={t('signOut')}>
          <LogOut aria-hidden className="size-4" />
        </Button>
      </form>
      {failed ? <SignOutFailure /> : null}
    </div>
  );
}

/** Over the page: where it is narrow the sign-out stands in a menu that may be closed by now. */
function SignOutFailure() {
  const t = useTranslations('shell.account.failed');
  const ui = useTranslations('ui');
  return createPortal(
    <Notice
      tone="bad"
      role="alert"
      className="fixed inset-x-3 bottom-3 z-50 mx-auto max-w-lg shadow-lift"
      title={t('title')}
      actions={
        <Button size="sm" onClick={() => window.location.reload()}>
          {ui('reload')}
        </Button>
      }
    >
      {t('text')}
    </Notice>,
    document.body,
  );
}
