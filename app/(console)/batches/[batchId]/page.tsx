import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BatchScreen } from '#components/batches/batch-screen.tsx';
import { MoreMessages } from '#components/providers/messages-provider.tsx';
import { requireViewer } from '#lib/auth/access.ts';
import { can } from '#lib/auth/permissions.ts';
import { batch, batchLines } from '#lib/batches/cache.ts';
import { parseLinesSearch, readBatchId } from '#lib/batches/search-params.ts';
import { getBatch, listBatchLines } from '#lib/batches/service.ts';
import { makeQueryClient } from '#lib/client/fetch-json.ts';
import { authorisePage } from '#lib/entry/authorise-page.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';

type Props = {
  params: Promise<{ batchId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'batches')('title') };
}

export default async function BatchPage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  await authorisePage(viewer, 'batches.read');
  const [locale, context, { batchId }, query] = await Promise.all([
    requestLocale(),
    getContext(),
    params,
    searchParams,
  ]);
  const id = readBatchId(batchId);
  const asked = new URLSearchParams(typeof query.state === 'string' ? { state: query.state } : {});
  const { state } = parseLinesSearch(asked);
  const [found, lines] = await Promise.all([
    getBatch(context, viewer, id),
    listBatchLines(context, viewer, id, state ? { state } : {}),
  ]);
  if (!found.ok) notFound();
  const client = makeQueryClient();
  client.setQueryData(batch(id).queryKey, found.value);
  if (lines.ok)
    client.setQueryData(batchLines(id, state ?? null).queryKey, {
      pages: [lines.value],
      pageParams: [null],
    });
  return (
    <MoreMessages
      locale={locale}
      messages={messagesFor(locale, [
        'batches',
        'history',
        'numberGroup',
        'provider',
        'auditLog',
        'restore',
        'undo',
      ])}
    >
      <HydrationBoundary state={dehydrate(client)}>
        <BatchScreen id={id} mayRun={can(viewer, 'batches.run')} allowHttp={context.allowHttpCallbacks} />
      </HydrationBoundary>
    </MoreMessages>
  );
}
