import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EntryPage } from '#components/history/entry/entry-page.tsx';
import { MoreMessages } from '#components/providers/messages-provider.tsx';
import { RestoreProvider } from '#components/review/restore-provider.tsx';
import { PacedPage } from '#components/shell/paced-page.tsx';
import { requireViewer } from '#lib/auth/access.ts';
import { can } from '#lib/auth/permissions.ts';
import { makeQueryClient } from '#lib/client/fetch-json.ts';
import { authorisePage } from '#lib/entry/authorise-page.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { binding } from '#lib/history/cache.ts';
import { getBinding } from '#lib/history/service.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';
import type { Namespace } from '#lib/i18n/messages/en.ts';
import { paths } from '#lib/paths.ts';

type Params = { params: Promise<{ bindingId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'history')('title') };
}

export default async function BindingPage({ params }: Params) {
  const viewer = await requireViewer();
  await authorisePage(viewer, 'bindings.read');
  const [locale, context, { bindingId }] = await Promise.all([requestLocale(), getContext(), params]);
  const entry = await getBinding(context, viewer, bindingId);
  if (!entry.ok && entry.problem.code === 'reading_paced')
    return (
      <PacedPage problem={entry.problem} href={paths.binding(bindingId)} t={getTranslator(locale, 'shell')} />
    );
  if (!entry.ok) notFound();
  const mayBind = can(viewer, 'bindings.create');
  const namespaces: Namespace[] = [
    'history',
    'provider',
    'auditLog',
    'restore',
    ...(mayBind ? ['bind' as const] : []),
  ];
  const client = makeQueryClient();
  client.setQueryData(binding(bindingId).queryKey, entry.value);
  return (
    <MoreMessages locale={locale} messages={messagesFor(locale, namespaces)}>
      <HydrationBoundary state={dehydrate(client)}>
        <RestoreProvider mayBind={mayBind}>
          <EntryPage id={bindingId} />
        </RestoreProvider>
      </HydrationBoundary>
    </MoreMessages>
  );
}
