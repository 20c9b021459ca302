import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { productName } from '#components/shell/brand.tsx';
import { MessagesProvider } from '#components/shell/messages-provider.tsx';
import { isTheme, themeCookie } from '#components/shell/theme.ts';
import { LiveRegions } from '#components/ui/live-region.tsx';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = getTranslator(await requestLocale(), 'shell');
  return {
    title: { default: productName, template: `%s · ${productName}` },
    description: t('description'),
    icons: { icon: '/favicon.svg' },
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = { colorScheme: 'light dark', width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await requestLocale();
  const theme = (await cookies()).get(themeCookie)?.value;
  return (
    <html
      lang={locale}
      data-theme={isTheme(theme) ? theme : 'system'}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body>
        <MessagesProvider locale={locale} messages={messagesFor(locale, ['ui', 'shell', 'problems'])}>
          {children}
          <LiveRegions />
        </MessagesProvider>
      </body>
    </html>
  );
}
