'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'use-intl';
import { places } from '#components/shell/nav-items.ts';
import type { Command } from '#components/shell/palette-matches.ts';
import { leave } from '#components/shell/sign-out.ts';
import { themes } from '#components/shell/theme.ts';
import { usePreferences } from '#components/shell/use-preferences.ts';
import { leavePage } from '#components/ui/use-leave-warning.ts';
import { can } from '#lib/auth/permissions.ts';
import { bindingStates } from '#lib/domain/outcome.ts';
import type { Role } from '#lib/domain/role.ts';
import { historyHref } from '#lib/history/href.ts';
import { locales } from '#lib/i18n/locale.ts';
import { paths } from '#lib/paths.ts';

type Doing = { role: Role; signOut: () => Promise<void>; listShortcuts: () => void };

/** What this viewer can do from anywhere. */
export function useCommands({ role, signOut, listShortcuts }: Doing): Command[] {
  const t = useTranslations('shell');
  const outcome = useTranslations('ui.outcome');
  const locale = useLocale();
  const router = useRouter();
  const { chooseLanguage, chooseTheme } = usePreferences();
  return [
    ...places
      .filter(({ permission }) => can({ role }, permission))
      .map(({ name, href }) => ({
        id: name,
        text: t('palette.go', { page: t(`nav.${name}`) }),
        label: t(`nav.${name}`),
        words: `${name} open`,
        run: () => leavePage(() => router.push(href)),
      })),
    {
      id: 'account',
      text: t('palette.go', { page: t('account.own') }),
      words: 'account password sessions name open',
      run: () => leavePage(() => router.push(paths.account)),
    },
    ...themes.map((theme) => ({
      id: `theme-${theme}`,
      text: t('palette.theme', { name: t(`preferences.themes.${theme}`) }),
      words: `theme ${theme}`,
      run: () => chooseTheme(theme),
    })),
    ...locales
      .filter((other) => other !== locale)
      .map((other) => ({
        id: `language-${other}`,
        text: t('palette.language', { name: t(`preferences.languages.${other}`) }),
        words: `language ${other}`,
        run: () => chooseLanguage(other),
      })),
    ...bindingStates.map((state) => ({
      id: `outcome-${state}`,
      text: t('palette.outcome', { outcome: outcome(state) }),
      label: outcome(state),
      words: `outcome ${state}`,
      onlyTyped: true,
      run: () => leavePage(() => router.push(historyHref({ outcome: [state] }))),
    })),
    { id: 'shortcuts', text: t('shortcuts.title'), words: 'keyboard shortcuts keys', run: listShortcuts },
    {
      id: 'sign-out',
      text: t('account.signOut'),
      words: 'sign out log out',
      run: () => void leave(signOut),
    },
  ];
}
