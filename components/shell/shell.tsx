import { Menu } from 'lucide-react';
import type { ReactNode } from 'react';
import type { useTranslations } from 'use-intl';
import { type Account, AccountBlock } from '#components/shell/account.tsx';
import { Brand } from '#components/shell/brand.tsx';
import { ClockWatch } from '#components/shell/clock-watch.tsx';
import { EarlyClick } from '#components/shell/early-click.tsx';
import { rememberEarlyClick } from '#components/shell/early-click-script.ts';
import { type Environment, EnvironmentFacts, SimulatorBanner } from '#components/shell/environment-facts.tsx';
import { NavLinks } from '#components/shell/nav-links.tsx';
import { Preferences } from '#components/shell/preferences.tsx';
import { ReadingWatch } from '#components/shell/reading-watch.tsx';
import { Shortcuts } from '#components/shell/shortcuts.tsx';
import type { Theme } from '#components/shell/theme.ts';
import { buttonClass } from '#components/ui/button-class.ts';
import { PageLink } from '#components/ui/page-link.tsx';
import { SkipLink } from '#components/ui/skip-link.tsx';
import { paths } from '#lib/paths.ts';

type ShellProps = {
  account: Account;
  environment: Environment;
  theme: Theme;
  /** The server's clock as it writes this, in ms. */
  serverMs: number;
  /** Of this request, for the one script that stands in the document. */
  nonce: string | undefined;
  t: ReturnType<typeof useTranslations<'shell'>>;
  signOut: () => Promise<void>;
  children: ReactNode;
};

/**
 * The frame of every page behind sign-in: a column at the left where there is room, else a bar at the top. What the
 * column holds below the pages is one popover on small screens, opened by the bar's menu button. Drawn on the server:
 * only what does something in the browser has code there.
 */
export function Shell({ account, environment, theme, serverMs, nonce, t, signOut, children }: ShellProps) {
  return (
    <>
      <script nonce={nonce}>{rememberEarlyClick}</script>
      <EarlyClick>
        <SkipLink text={t('skip')} href="#main" />
        <ClockWatch serverMs={serverMs} />
        <ReadingWatch />
        <div className="lg:grid lg:min-h-dvh lg:grid-cols-[14.5rem_minmax(0,1fr)]">
          <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-surface px-4 py-2 lg:sticky lg:top-0 lg:max-h-dvh lg:flex-col lg:flex-nowrap lg:items-stretch lg:gap-5 lg:self-start lg:overflow-y-auto lg:border-e lg:border-b-0 lg:px-3 lg:py-4 lg:h-dvh">
            <div className="flex-1 lg:flex-none lg:px-2">
              <PageLink href={paths.home} className="rounded-sm">
                <Brand />
              </PageLink>
            </div>
            <button
              type="button"
              popoverTarget="shell-more"
              aria-label={t('menu')}
              title={t('menu')}
              className={buttonClass('quiet', 'icon', 'lg:hidden')}
            >
              <Menu aria-hidden className="size-5" />
            </button>
            <div className="order-last min-w-0 basis-full lg:order-none lg:basis-auto">
              <NavLinks role={account.role} />
            </div>
            <div
              id="shell-more"
              popover="auto"
              className="fixed inset-x-3 top-14 m-0 w-auto rounded-lg border border-line bg-raised p-4 text-ink shadow-lift lg:static lg:mt-auto lg:block lg:border-0 lg:bg-transparent lg:p-0 lg:px-2 lg:shadow-none"
            >
              <div className="grid gap-4">
                <EnvironmentFacts {...environment} t={t} />
                <Preferences theme={theme} />
                <Shortcuts role={account.role} signOut={signOut} />
                <div className="border-t border-line pt-3">
                  <AccountBlock account={account} signOut={signOut} />
                </div>
              </div>
            </div>
          </header>
          <div className="min-w-0">
            {environment.simulated ? <SimulatorBanner t={t} /> : null}
            <main id="main" tabIndex={-1} className="px-4 py-6 sm:px-8 lg:px-10 lg:py-8">
              {children}
            </main>
          </div>
        </div>
      </EarlyClick>
    </>
  );
}
