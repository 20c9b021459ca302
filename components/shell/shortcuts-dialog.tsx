'use client';

import { useTranslations } from 'use-intl';
import { useOwnPreferences } from '#components/providers/preferences-provider.tsx';
import { places } from '#components/shell/nav-items.ts';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import { can } from '#lib/auth/permissions.ts';
import type { Role } from '#lib/domain/role.ts';

type Row = { keys: readonly string[]; what: string };

export default function ShortcutsDialog({ role, onClose }: { role: Role; onClose: () => void }) {
  const t = useTranslations('shell.shortcuts');
  const pages = useTranslations('shell');
  const { preferences, change } = useOwnPreferences();
  const open = places.filter(({ permission }) => can({ role }, permission));
  const rows: Row[] = [
    ...open.map(({ name, key }) => ({
      keys: ['G', key.toUpperCase()],
      what: pages('palette.go', { page: pages(`nav.${name}`) }),
    })),
    { keys: ['/'], what: t('search') },
    { keys: ['F'], what: t('filter') },
    { keys: ['Ctrl', 'K'], what: t('palette') },
    ...(can({ role }, 'bindings.create') ? [{ keys: ['Ctrl', 'Enter'], what: t('submit') }] : []),
    { keys: ['Esc'], what: t('close') },
    { keys: ['?'], what: t('list') },
  ];
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <ul className="divide-y divide-line">
        {rows.map(({ keys, what }) => (
          <li key={keys.join('+')} className="flex items-center justify-between gap-4 py-2">
            <span>{what}</span>
            <span className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <Checkbox
        className="mt-4"
        label={t('single')}
        hint={t('singleHint')}
        checked={preferences.singleKeys ?? true}
        onChange={(event) => change({ singleKeys: event.target.checked })}
      />
    </Dialog>
  );
}
