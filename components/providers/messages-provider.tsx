'use client';

import type { ReactNode } from 'react';
import { type AbstractIntlMessages, IntlProvider, useMessages } from 'use-intl';
import type { Locale } from '#lib/i18n/locale.ts';

type MessagesProviderProps = {
  locale: Locale;
  /** Compiled messages of some namespaces, from `messagesFor` of lib/i18n/catalogue. */
  messages: object;
  children: ReactNode;
};

/** The outermost provider: the namespaces that every page needs. */
export function MessagesProvider({ locale, messages, children }: MessagesProviderProps) {
  return (
    <IntlProvider locale={locale} messages={messages as AbstractIntlMessages} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}

/** Adds namespaces for one page to those already provided. */
export function MoreMessages({ locale, messages, children }: MessagesProviderProps) {
  const outer = useMessages();
  return (
    <MessagesProvider locale={locale} messages={{ ...outer, ...messages }}>
      {children}
    </MessagesProvider>
  );
}
