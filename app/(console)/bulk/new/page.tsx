import type { Metadata } from 'next';
import { NewBatchScreen } from '#components/bulk/new/new-batch-screen.tsx';
import { readStart } from '#components/bulk/new/start.ts';
import { BackLink } from '#components/shell/back-link.tsx';
import { MoreMessages } from '#components/shell/messages-provider.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { authorise, requireViewer } from '#lib/auth/access.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';
import { paths } from '#lib/paths.ts';

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'bulk')('title') };
}

export default async function NewBatchPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer();
  authorise(viewer, 'batches.run');
  const [locale, context, query] = await Promise.all([requestLocale(), getContext(), searchParams]);
  const apps = await context.apps();
  const start = readStart(toUrlSearchParams(query));
  const t = getTranslator(locale, 'bulk');
  const undoes = start.kind === 'undo';
  return (
    <MoreMessages locale={locale} messages={messagesFor(locale, ['bulk'])}>
      <header className="mb-5">
        <BackLink href={paths.bulk}>{t('back')}</BackLink>
        <h1 className="text-2xl font-semibold tracking-tight">{t(undoes ? 'undoTitle' : 'title')}</h1>
        <p className="mt-1 max-w-3xl text-ink-2 text-pretty">{t(undoes ? 'undoLead' : 'lead')}</p>
      </header>
      {apps.length === 0 ? (
        <EmptyState title={t('noApps.title')}>{t('noApps.text')}</EmptyState>
      ) : (
        <NewBatchScreen
          // Another address is another batch, although the page is the same.
          key={JSON.stringify(start)}
          apps={apps}
          allowHttp={context.allowHttpCallbacks}
          start={start}
        />
      )}
    </MoreMessages>
  );
}

const toUrlSearchParams = (query: Query): URLSearchParams =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each])),
  );
