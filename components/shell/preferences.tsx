'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { CompactSelect } from '#components/shell/compact-select.tsx';
import { keepChoice } from '#components/shell/keep-choice.ts';
import { type Theme, themeCookie, themes } from '#components/shell/theme.ts';
import { type Locale, localeCookie, locales } from '#lib/i18n/locale.ts';

/** Language and theme. Both change in place: nothing is loaded anew, so nothing typed is lost (F38). */
export function Preferences({ theme }: { theme: Theme }) {
  const t = useTranslations('shell.preferences');
  const locale = useLocale();
  const router = useRouter();
  const [switching, startSwitch] = useTransition();

  const chooseLanguage = (next: Locale) => {
    keepChoice(localeCookie, next);
    document.documentElement.lang = next;
    startSwitch(() => router.refresh());
  };
  const chooseTheme = (next: Theme) => {
    keepChoice(themeCookie, next);
    document.documentElement.dataset.theme = next;
  };

  return (
    <div className="grid grid-cols-2 gap-2" aria-busy={switching || undefined}>
      <CompactSelect
        label={t('language')}
        key={locale}
        value={locale}
        options={locales.map((value) => ({ value, text: t(`languages.${value}`) }))}
        onChoose={chooseLanguage}
      />
      <CompactSelect
        label={t('theme')}
        value={theme}
        options={themes.map((value) => ({ value, text: t(`themes.${value}`) }))}
        onChoose={chooseTheme}
      />
    </div>
  );
}
