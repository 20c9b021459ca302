import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { ResetNoticePart } from '#components/people/reset-notice-part.tsx';
import { MoreMessages } from '#components/providers/messages-provider.tsx';
import { PreferencesProvider } from '#components/providers/preferences-provider.tsx';
import { Shell } from '#components/shell/shell.tsx';
import { isTheme, themeCookie } from '#components/shell/theme.ts';
import { requireViewer } from '#lib/auth/access.ts';
import { now } from '#lib/clock.ts';
import { isTimeZone } from '#lib/domain/zone.ts';
import { zoneCookie } from '#lib/domain/zone-name.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';
import { signOut } from '#lib/people/actions.ts';
import { listOwnResets } from '#lib/people/resets.ts';
import { getPreferences } from '#lib/preferences/service.ts';

/** Everything behind sign-in. Each page checks the viewer again: a layout is not run on every navigation. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const context = await getContext();
  const { gateway } = context;
  const [jar, preferences, resets, locale] = await Promise.all([
    cookies(),
    getPreferences(context, viewer),
    listOwnResets(context, viewer),
    requestLocale(),
  ]);
  const theme = jar.get(themeCookie)?.value;
  const zone = jar.get(zoneCookie)?.value ?? '';
  return (
    <PreferencesProvider initial={preferences} knownZone={isTimeZone(zone) ? zone : null}>
      <Shell
        account={{ name: viewer.name, email: viewer.email, role: viewer.role }}
        environment={{
          endpointHost: gateway.endpointHost,
          maskedSecretId: gateway.maskedSecretId,
          simulated: gateway.simulated,
        }}
        nonce={(await headers()).get('x-nonce') ?? undefined}
        serverMs={now().getTime()}
        theme={isTheme(theme) ? theme : 'system'}
        t={getTranslator(locale, 'shell')}
        signOut={signOut}
      >
        {resets.length === 0 ? null : (
          <MoreMessages locale={locale} messages={messagesFor(locale, ['passwordReset'])}>
            <ResetNoticePart resets={resets} />
          </MoreMessages>
        )}
        {children}
      </Shell>
    </PreferencesProvider>
  );
}
