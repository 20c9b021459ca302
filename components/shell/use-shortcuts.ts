'use client';
'use no memo';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { placeAfterG, shortcutOf } from '#components/shell/shortcut-keys.ts';
import { typeAhead } from '#components/shell/type-ahead.ts';
import { hasUnsentWork } from '#components/ui/use-leave-warning.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Role } from '#lib/domain/role.ts';
import { mainPaths } from '#lib/main-paths.ts';

/** How long G waits for the letter after it, in ms. */
const sequenceMs = 1500;

const marked = (shortcut: 'search' | 'filter') =>
  document.querySelector<HTMLElement>(`[data-shortcut="${shortcut}"]`);
const inputIn = (selector: string) =>
  document.querySelector<HTMLInputElement>(`${selector} [role="combobox"]`);

type Doing = {
  role: Role;
  singleKeys: boolean;
  onOpen: (what: 'list' | 'palette') => void;
  /** Something is typed on this page: asks before it is left. */
  onAsk: (leave: () => void) => void;
};

/** Listens for the console's keys; off while typing, while a dialog is open, and single ones for who has turned them off. */
export function useShortcuts({ role, singleKeys, onOpen, onAsk }: Doing): void {
  const router = useRouter();
  useEffect(() => {
    let goUntilMs = 0;
    const leave = (href: string, then: () => void = () => {}) => {
      const go = () => {
        router.push(href);
        then();
      };
      if (hasUnsentWork()) onAsk(go);
      else go();
    };
    const search = () => typeAhead(() => marked('search') as HTMLInputElement | null);
    const filter = () => {
      let pressed = false;
      typeAhead(() => {
        const button = marked('filter');
        if (!pressed && button) {
          pressed = true;
          button.click();
        }
        // The menu starts empty when it opens, and then takes the focus.
        const box = inputIn(':popover-open');
        return pressed && box === document.activeElement ? box : null;
      });
    };
    const press = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]')) return;
      const place = event.timeStamp < goUntilMs ? placeAfterG(event) : undefined;
      goUntilMs = 0;
      const shortcut = place ? null : shortcutOf(event, singleKeys);
      if (!place && !shortcut) return;
      event.preventDefault();
      if (place && can({ role }, place.permission)) leave(place.href);
      if (shortcut === 'go') goUntilMs = event.timeStamp + sequenceMs;
      if (shortcut === 'list' || shortcut === 'palette') onOpen(shortcut);
      if (shortcut === 'palette') typeAhead(() => inputIn('dialog[open]'));
      if (shortcut === 'search') marked('search') ? search() : leave(mainPaths.history, search);
      if (shortcut === 'filter') marked('filter') ? filter() : leave(mainPaths.history, filter);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [router, role, singleKeys, onOpen, onAsk]);
}
