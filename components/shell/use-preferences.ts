'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { type Theme, themeCookie } from '#components/shell/theme.ts';
import { setPreferenceCookie } from '#components/ui/preference-cookie.ts';
import { type Locale, localeCookie } from '#lib/i18n/locale.ts';

/** Both change in place. The page is not loaded again, so typed text stays. */
export function usePreferences() {
  const router = useRouter();
  const [switching, startSwitch] = useTransition();
  // What the server wrote by the old choice is written anew.
  const refresh = () => startSwitch(() => router.refresh());
  return {
    switching,
    chooseLanguage: (next: Locale) => {
      setPreferenceCookie(localeCookie, next);
      document.documentElement.lang = next;
      refresh();
    },
    chooseTheme: (next: Theme) => {
      setPreferenceCookie(themeCookie, next);
      document.documentElement.dataset.theme = next;
      refresh();
    },
  };
}
