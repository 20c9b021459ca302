import 'server-only';
import { cookies, headers } from 'next/headers';
import { createTranslator } from 'use-intl/core';
import { messagesFor } from '#lib/i18n/catalogue.ts';
import { chooseLocale, type Locale, localeCookie } from '#lib/i18n/locale.ts';
import type { en, Namespace } from '#lib/i18n/messages/en.ts';

/** The language of this request: the kept choice, else what the browser asks for, else English. */
export async function requestLocale(): Promise<Locale> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return chooseLocale(jar.get(localeCookie)?.value, head.get('accept-language'));
}

/** Texts of one namespace for a server component: `getTranslator(await requestLocale(), 'shell')`. */
export function getTranslator<Name extends Namespace>(locale: Locale, namespace: Name) {
  // The compiled catalogue has the keys of the source; only the form of its values differs.
  const messages = messagesFor(locale, [namespace]) as unknown as typeof en;
  return createTranslator<typeof en, Name>({ locale, namespace, messages, timeZone: 'UTC' });
}
