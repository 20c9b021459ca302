'use client';

import { Keyboard } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { shortcutOf, singleKeysAreOn } from '#components/shell/shortcut-keys.ts';
import { Button } from '#components/ui/button.tsx';
import { can } from '#lib/auth/permissions.ts';
import type { Role } from '#lib/domain/role.ts';
import { paths } from '#lib/paths.ts';

const ShortcutsDialog = lazy(() => import('#components/shell/shortcuts-dialog.tsx'));

/** Listens for the console's keys; off while typing and while a dialog is open (H48). */
export function Shortcuts({ role }: { role: Role }) {
  const t = useTranslations('shell.shortcuts');
  const router = useRouter();
  const [listed, setListed] = useState(false);
  const mayBind = can({ role }, 'bindings.create');

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event, singleKeysAreOn());
      if (!shortcut || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      if (shortcut === 'list') setListed(true);
      if (shortcut === 'bind' && mayBind) router.push(paths.bind);
      if (shortcut === 'search') {
        const box = document.querySelector<HTMLElement>('[data-shortcut="search"]');
        if (box) box.focus();
        else router.push(paths.history);
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [router, mayBind]);

  return (
    <>
      <Button
        look="quiet"
        size="sm"
        className="-mx-2.5 hidden justify-start lg:inline-flex"
        onClick={() => setListed(true)}
      >
        <Keyboard aria-hidden className="size-4 text-ink-3" />
        {t('title')}
      </Button>
      {listed ? (
        <Suspense>
          <ShortcutsDialog mayBind={mayBind} onClose={() => setListed(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
