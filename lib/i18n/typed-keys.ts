import type {} from 'use-intl';
import type { Locale } from '#lib/i18n/locale.ts';
import type { en } from '#lib/i18n/messages/en.ts';

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof en;
  }
}
