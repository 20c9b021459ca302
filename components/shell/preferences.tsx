'use client';
'use no memo';

import { useLocale, useTranslations } from 'use-intl';
import { CompactSelect } from '#components/shell/compact-select.tsx';
import { type Theme, themes } from '#components/shell/theme.ts';
import { usePreferences } from '#components/shell/use-preferences.ts';
import { locales } from '#lib/i18n/locale.ts';

/** Language and theme. The key draws a select anew when the choice was made elsewhere, in the palette. */
export function Preferences({ theme }: { theme: Theme }) {
  const t = useTranslations('shell.preferences');
  const locale = useLocale();
  const { switching, chooseLanguage, chooseTheme } = usePreferences();
  return (
    <div className="grid grid-cols-2 gap-2" aria-busy={switching || undefined}>
      <CompactSelect
        label={t('language')}
        key={`language-${locale}`}
        value={locale}
        options={locales.map((value) => ({ value, text: t(`languages.${value}`) }))}
        onChoose={chooseLanguage}
      />
      <CompactSelect
        label={t('theme')}
        key={`theme-${theme}`}
        value={theme}
        options={themes.map((value) => ({ value, text: t(`themes.${value}`) }))}
        onChoose={chooseTheme}
      />
    </div>
  );
}
