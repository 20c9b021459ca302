'use client';

import { Keyboard, Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslations } from 'use-intl';
import { useOwnPreferences } from '#components/preferences/preferences-provider.tsx';
import { shortcutOf } from '#components/shell/shortcut-keys.ts';
import { Button } from '#components/ui/button.tsx';
import { can } from '#lib/auth/permissions.ts';
import type { Role } from '#lib/domain/role.ts';
import { paths } from '#lib/paths.ts';

const Palette = lazy(() => import('#components/shell/palette.tsx'));
const ShortcutsDialog = lazy(() => import('#components/shell/shortcuts-dialog.tsx'));

/** Listens for the console's keys; off while typing, while a dialog is open, and single ones for who has turned them off (H48). */
export function Shortcuts({ role, signOut }: { role: Role; signOut: () => Promise<void> }) {
  const t = useTranslations('shell');
  const router = useRouter();
  const [open, setOpen] = useState<'list' | 'palette' | null>(null);
  const mayBind = can({ role }, 'bindings.create');
  const singleKeys = useOwnPreferences().preferences.singleKeys ?? true;

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event, singleKeys);
      if (!shortcut || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      if (shortcut === 'list' || shortcut === 'palette') setOpen(shortcut);
      if (shortcut === 'overview') router.push(paths.home);
      if (shortcut === 'bind' && mayBind) router.push(paths.bind);
      if (shortcut === 'numbers') router.push(paths.numbers);
      if (shortcut === 'filter') document.querySelector<HTMLElement>('[data-shortcut="filter"]')?.click();
      if (shortcut === 'search') {
        const box = document.querySelector<HTMLElement>('[data-shortcut="search"]');
        if (box) box.focus();
        else router.push(paths.history);
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [router, mayBind, singleKeys]);

  const close = () => setOpen(null);
  const dialogs = {
    list: <ShortcutsDialog mayBind={mayBind} onClose={close} />,
    palette: <Palette role={role} signOut={signOut} listShortcuts={() => setOpen('list')} onClose={close} />,
  };
  // In the body, because where it is narrow the keys work while the menu around this place is not drawn.
  return (
    <>
      <div className="-mx-2.5 hidden flex-col items-stretch lg:flex">
        <Button look="quiet" size="sm" className="justify-start" onClick={() => setOpen('palette')}>
          <Search aria-hidden className="size-4 text-ink-3" />
          {t('palette.title')}
        </Button>
        <Button look="quiet" size="sm" className="justify-start" onClick={() => setOpen('list')}>
          <Keyboard aria-hidden className="size-4 text-ink-3" />
          {t('shortcuts.title')}
        </Button>
      </div>
      {open === null ? null : createPortal(<Suspense>{dialogs[open]}</Suspense>, document.body)}
    </>
  );
}
