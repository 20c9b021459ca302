import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { BatchListScreen } from '#components/batches/batch-list-screen.tsx';
import { MoreMessages } from '#components/providers/messages-provider.tsx';
import { requireViewer } from '#lib/auth/access.ts';
import { can } from '#lib/auth/permissions.ts';
import { batchList } from '#lib/batches/cache.ts';
import { listBatches } from '#lib/batches/service.ts';
import { makeQueryClient } from '#lib/client/fetch-json.ts';
import { authorisePage } from '#lib/entry/authorise-page.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'batches')('title') };
}

export default async function BulkPage() {
  const viewer = await requireViewer();
  await authorisePage(viewer, 'batches.read');
  const [locale, context] = await Promise.all([requestLocale(), getContext()]);
  const page = await listBatches(context, viewer, { after: null });
  const client = makeQueryClient();
  if (page.ok) client.setQueryData(batchList().queryKey, { pages: [page.value], pageParams: [null] });
  return (
    <MoreMessages locale={locale} messages={messagesFor(locale, ['batches', 'history'])}>
      <HydrationBoundary state={dehydrate(client)}>
        <BatchListScreen mayRun={can(viewer, 'batches.run')} />
      </HydrationBoundary>
    </MoreMessages>
  );
}
