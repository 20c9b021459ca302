import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { PreferencesProvider } from '#components/preferences/preferences-provider.tsx';
import { Shell } from '#components/shell/shell.tsx';
import { isTheme, themeCookie } from '#components/shell/theme.ts';
import { requireViewer } from '#lib/auth/access.ts';
import { isTimeZone } from '#lib/domain/zone.ts';
import { zoneCookie } from '#lib/domain/zone-name.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { signOut } from '#lib/people/actions.ts';
import { getPreferences } from '#lib/preferences/service.ts';

/** Everything behind sign-in. Each page checks the viewer again: a layout is not run on every navigation. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const context = await getContext();
  const { gateway } = context;
  const [jar, preferences] = await Promise.all([cookies(), getPreferences(context, viewer)]);
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
        theme={isTheme(theme) ? theme : 'system'}
        t={getTranslator(await requestLocale(), 'shell')}
        signOut={signOut}
      >
        {children}
      </Shell>
    </PreferencesProvider>
  );
}
