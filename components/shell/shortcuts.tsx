'use client';
'use no memo';

import { Keyboard, Search } from 'lucide-react';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslations } from 'use-intl';
import { useOwnPreferences } from '#components/providers/preferences-provider.tsx';
import { useShortcuts } from '#components/shell/use-shortcuts.ts';
import { Button } from '#components/ui/button.tsx';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { offerLeaveQuestion } from '#components/ui/use-leave-warning.ts';
import type { Role } from '#lib/domain/role.ts';

const Palette = lazyWithRetry(() => import('#components/shell/palette.tsx'), 'over');
const LeaveDialog = lazyWithRetry(() => import('#components/shell/leave-dialog.tsx'), 'over');
const ShortcutsDialog = lazyWithRetry(() => import('#components/shell/shortcuts-dialog.tsx'), 'over');

const nothing = () => {};

/** What the console's keys open. */
export function Shortcuts({ role, signOut }: { role: Role; signOut: () => Promise<void> }) {
  const t = useTranslations('shell');
  const [open, setOpen] = useState<'list' | 'palette' | 'leave' | null>(null);
  const [leaving, setLeaving] = useState<() => void>(() => nothing);
  const singleKeys = useOwnPreferences().preferences.singleKeys ?? true;
  const ask = useCallback((leave: () => void) => {
    setLeaving(() => leave);
    setOpen('leave');
  }, []);
  useEffect(() => offerLeaveQuestion(ask), [ask]);
  useShortcuts({ role, singleKeys, onOpen: setOpen, onAsk: ask });

  const close = () => setOpen(null);
  const dialogs = {
    list: <ShortcutsDialog role={role} onClose={close} />,
    palette: <Palette role={role} signOut={signOut} listShortcuts={() => setOpen('list')} onClose={close} />,
    leave: (
      <LeaveDialog
        onLeave={() => {
          close();
          leaving();
        }}
        onClose={close}
      />
    ),
  };
  // In the body, because where it is narrow the keys work while the menu around this place is not drawn.
  return (
    <>
      <div className="-mx-2.5 hidden flex-col items-stretch lg:flex">
        <Button look="quiet" size="sm" className="justify-start" onClick={() => setOpen('palette')}>
          <Search aria-hidden className="size-4 text-ink-3" />
          <span>{t('palette.title')}</span>
        </Button>
        <Button look="quiet" size="sm" className="justify-start" onClick={() => setOpen('list')}>
          <Keyboard aria-hidden className="size-4 text-ink-3" />
          <span>{t('shortcuts.title')}</span>
        </Button>
      </div>
      {open === null ? null : createPortal(<Suspense>{dialogs[open]}</Suspense>, document.body)}
    </>
  );
}
