import type { Metadata } from 'next';
import { BindScreen } from '#components/bindings/bind-screen.tsx';
import { MoreMessages } from '#components/shell/messages-provider.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { authorise, requireViewer } from '#lib/auth/access.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'bind')('title') };
}

export default async function BindPage() {
  const viewer = await requireViewer();
  authorise(viewer, 'bindings.create');
  const [locale, context] = await Promise.all([requestLocale(), getContext()]);
  const apps = await context.apps();
  const t = getTranslator(locale, 'bind');
  return (
    <MoreMessages locale={locale} messages={messagesFor(locale, ['bind', 'numberState', 'provider'])}>
      <header className="mb-6">
        <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-1 max-w-prose text-ink-2 text-pretty">{t('lead')}</p>
      </header>
      {apps.length === 0 ? (
        <EmptyState title={t('noApps.title')}>{t('noApps.text')}</EmptyState>
      ) : (
        <BindScreen apps={apps} allowHttp={context.allowHttpCallbacks} viewerId={viewer.id} />
      )}
    </MoreMessages>
  );
}
