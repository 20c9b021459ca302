import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EntryPage } from '#components/history/entry-page.tsx';
import { MoreMessages } from '#components/shell/messages-provider.tsx';
import { authorise, requireViewer } from '#lib/auth/access.ts';
import { binding } from '#lib/bindings/cache.ts';
import { getBinding } from '#lib/bindings/service.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { makeQueryClient } from '#lib/entry/query-client.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';

type Params = { params: Promise<{ bindingId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'history')('title') };
}

export default async function BindingPage({ params }: Params) {
  const viewer = await requireViewer();
  authorise(viewer, 'bindings.read');
  const [locale, context, { bindingId }] = await Promise.all([requestLocale(), getContext(), params]);
  const entry = await getBinding(context, viewer, bindingId);
  if (!entry.ok) notFound();
  const client = makeQueryClient();
  client.setQueryData(binding(bindingId).queryKey, entry.value);
  return (
    <MoreMessages locale={locale} messages={messagesFor(locale, ['history', 'provider', 'records'])}>
      <HydrationBoundary state={dehydrate(client)}>
        <EntryPage id={bindingId} />
      </HydrationBoundary>
    </MoreMessages>
  );
}
