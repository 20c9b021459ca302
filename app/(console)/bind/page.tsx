import type { Metadata } from 'next';
import { BindScreen } from '#components/bind-form/bind-screen.tsx';
import type { WantedNumber } from '#components/bind-form/bind-values.ts';
import { MoreMessages } from '#components/providers/messages-provider.tsx';
import { NoApps } from '#components/shell/no-apps.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { requireViewer } from '#lib/auth/access.ts';
import { authorisePage } from '#lib/entry/authorise-page.ts';
import type { App } from '#lib/entry/context.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { findHomeCountry } from '#lib/entry/home-country.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'bind')('title') };
}

type Query = Record<string, string | string[] | undefined>;

export default async function BindPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer();
  await authorisePage(viewer, 'bindings.create');
  const [locale, context, query] = await Promise.all([requestLocale(), getContext(), searchParams]);
  const [known, homeCountry] = await Promise.all([context.knownApps(), findHomeCountry(context, viewer)]);
  const apps = known.flatMap(({ retired, ...app }) => (retired ? [] : [app]));
  const retired = known.find((app) => app.retired && app.id === query.app);
  const t = getTranslator(locale, 'bind');
  return (
    <MoreMessages
      locale={locale}
      messages={messagesFor(locale, [
        'bind',
        'homeCountry',
        'numberMeaning',
        'numberState',
        'provider',
        'restore',
      ])}
    >
      <header className="mb-6">
        <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-1 max-w-prose text-ink-2 text-pretty">{t('lead')}</p>
      </header>
      {retired ? (
        <Notice tone="warn" className="mb-4 max-w-160">
          {t('appRetired', { name: retired.name })}
        </Notice>
      ) : null}
      {apps.length === 0 ? (
        <NoApps t={t} />
      ) : (
        <BindScreen
          apps={apps}
          allowHttp={context.allowHttpCallbacks}
          homeCountry={homeCountry}
          viewerId={viewer.id}
          wanted={wantedIn(query, apps)}
        />
      )}
    </MoreMessages>
  );
}

/** The number the form is opened for: only digits, which the form reads, in an app of this console. */
function wantedIn({ app, number }: Query, apps: readonly App[]): WantedNumber | null {
  const isKnown = apps.some(({ id }) => id === app);
  if (!isKnown || typeof app !== 'string' || typeof number !== 'string') return null;
  if (!/^[0-9]{2,20}$/.test(number)) return null;
  return { appId: app, number };
}
