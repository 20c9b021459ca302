import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Shell } from '#components/shell/shell.tsx';
import { isTheme, themeCookie } from '#components/shell/theme.ts';
import { requireViewer } from '#lib/auth/access.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { signOut } from '#lib/people/actions.ts';

/** Everything behind sign-in. Each page checks the viewer again: a layout is not run on every navigation. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const { gateway } = await getContext();
  const theme = (await cookies()).get(themeCookie)?.value;
  return (
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
  );
}
