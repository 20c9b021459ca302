import type { Metadata } from 'next';
import { BindScreen } from '#components/bindings/bind-screen.tsx';
import type { WantedNumber } from '#components/bindings/bind-values.ts';
import { MoreMessages } from '#components/shell/messages-provider.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { authorise, requireViewer } from '#lib/auth/access.ts';
import { isSentForm } from '#lib/domain/phone-number.ts';
import type { App } from '#lib/entry/context.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'bind')('title') };
}

type Query = Record<string, string | string[] | undefined>;

export default async function BindPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer();
  authorise(viewer, 'bindings.create');
  const [locale, context, query] = await Promise.all([requestLocale(), getContext(), searchParams]);
  const apps = await context.apps();
  const t = getTranslator(locale, 'bind');
  return (
    <MoreMessages
      locale={locale}
      messages={messagesFor(locale, ['bind', 'numberState', 'provider', 'restore'])}
    >
      <header className="mb-6">
        <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-1 max-w-prose text-ink-2 text-pretty">{t('lead')}</p>
      </header>
      {apps.length === 0 ? (
        <EmptyState title={t('noApps.title')}>{t('noApps.text')}</EmptyState>
      ) : (
        <BindScreen
          apps={apps}
          allowHttp={context.allowHttpCallbacks}
          viewerId={viewer.id}
          wanted={wantedIn(query, apps)}
        />
      )}
    </MoreMessages>
  );
}

/** The number the form is opened for: only one in its sent form, in an app of this console. */
function wantedIn({ app, number }: Query, apps: readonly App[]): WantedNumber | null {
  const isKnown = apps.some(({ id }) => id === app);
  if (!isKnown || typeof app !== 'string' || typeof number !== 'string' || !isSentForm(number)) return null;
  return { appId: app, number };
}
