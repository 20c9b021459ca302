import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { RecordsScreen } from '#components/records/records-screen.tsx';
import { MoreMessages } from '#components/shell/messages-provider.tsx';
import { authorise, requireViewer } from '#lib/auth/access.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { listEvents } from '#lib/events/service.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'records')('title') };
}

export default async function RecordsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer();
  authorise(viewer, 'records.read');
  const [locale, context, query] = await Promise.all([requestLocale(), getContext(), searchParams]);
  const [page, apps] = await Promise.all([
    listEvents(context, viewer, { after: only(query.after), before: only(query.before) }),
    context.apps(),
  ]);
  if (!page.ok) forbidden();
  return (
    <MoreMessages locale={locale} messages={messagesFor(locale, ['records', 'history'])}>
      <RecordsScreen page={page.value} apps={apps} />
    </MoreMessages>
  );
}

const only = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
