import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Brand } from '#components/shell/brand.tsx';
import { Preferences } from '#components/shell/preferences.tsx';
import { isTheme, themeCookie } from '#components/shell/theme.ts';
import { SignInHead } from '#components/sign-in/sign-in-head.tsx';
import { Card } from '#components/ui/card.tsx';

type EntrancePageProps = { title?: string; lead?: string; children: ReactNode; wide?: boolean };

/** The frame of the pages in front of the console: sign-in, set-up, invitation. Without a `title` the content brings its own. */
export async function SignInLayout({ title, lead, children, wide = false }: EntrancePageProps) {
  const theme = (await cookies()).get(themeCookie)?.value;
  return (
    <div className="grid min-h-dvh grid-rows-[1fr_auto_2fr] px-4 py-8">
      <main
        id="main"
        tabIndex={-1}
        className={`row-start-2 mx-auto w-full ${wide ? 'max-w-lg' : 'max-w-sm'}`}
      >
        <div className="mb-6 flex justify-center">
          <Brand />
        </div>
        <Card className="px-5 py-6 sm:px-7 sm:py-7">
          {title === undefined ? null : <SignInHead title={title} {...(lead ? { lead } : {})} />}
          {children}
        </Card>
        <div className="mx-auto mt-5 max-w-64">
          <Preferences theme={isTheme(theme) ? theme : 'system'} />
        </div>
      </main>
    </div>
  );
}
