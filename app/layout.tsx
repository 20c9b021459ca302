import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { MessagesProvider } from '#components/providers/messages-provider.tsx';
import { InsecureBanner } from '#components/shell/environment-facts.tsx';
import { productName } from '#components/shell/product-name.ts';
import { isTheme, themeCookie } from '#components/shell/theme.ts';
import { LiveRegions } from '#components/ui/live-region.tsx';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';
import { env } from '#lib/server/env.ts';
import { isInsecureOrigin } from '#lib/server/exposure.ts';
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
  const t = getTranslator(locale, 'shell');
  return (
    <html
      lang={locale}
      data-theme={isTheme(theme) ? theme : 'system'}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body>
        <noscript>
          <p className="border-b border-warn/25 bg-warn-soft px-4 py-2 text-center text-sm font-medium text-warn">
            {t('noScript')}
          </p>
        </noscript>
        {env.allowInsecureHttp && isInsecureOrigin(env.appOrigin) ? <InsecureBanner t={t} /> : null}
        <MessagesProvider locale={locale} messages={messagesFor(locale, ['ui', 'shell', 'problems'])}>
          {children}
          <LiveRegions />
        </MessagesProvider>
      </body>
    </html>
  );
}
