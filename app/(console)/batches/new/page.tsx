import type { Metadata } from 'next';
import { NewBatchScreen } from '#components/batches/new/new-batch-screen.tsx';
import { MoreMessages } from '#components/providers/messages-provider.tsx';
import { NoApps } from '#components/shell/no-apps.tsx';
import { BackLink } from '#components/ui/back-link.tsx';
import { requireViewer } from '#lib/auth/access.ts';
import { readStart } from '#lib/batches/initial-lines.ts';
import { authorisePage } from '#lib/entry/authorise-page.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { findHomeCountry } from '#lib/entry/home-country.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';
import { paths } from '#lib/paths.ts';

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'newBatch')('title') };
}

export default async function NewBatchPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer();
  await authorisePage(viewer, 'batches.run');
  const [locale, context, query] = await Promise.all([requestLocale(), getContext(), searchParams]);
  const [known, homeCountry] = await Promise.all([context.knownApps(), findHomeCountry(context, viewer)]);
  const apps = known.filter(({ retired }) => !retired);
  const start = readStart(toUrlSearchParams(query));
  const t = getTranslator(locale, 'newBatch');
  const undoes = start.kind === 'undo';
  return (
    <MoreMessages
      locale={locale}
      messages={messagesFor(locale, ['newBatch', 'homeCountry', 'numberGroup', 'numberMeaning', 'undo'])}
    >
      <header className="mb-5">
        <BackLink href={paths.batches}>{t('back')}</BackLink>
        <h1 className="text-2xl font-semibold tracking-tight">{t(undoes ? 'undoTitle' : 'title')}</h1>
        <p className="mt-1 max-w-3xl text-ink-2 text-pretty">{t(undoes ? 'undoLead' : 'lead')}</p>
      </header>
      {apps.length === 0 ? (
        <NoApps t={t} />
      ) : (
        <NewBatchScreen
          // Another address is another batch, although the page is the same.
          key={JSON.stringify(start)}
          apps={apps}
          retiredApps={known.filter(({ retired }) => retired)}
          allowHttp={context.allowHttpCallbacks}
          homeCountry={homeCountry}
          start={start}
          viewerId={viewer.id}
        />
      )}
    </MoreMessages>
  );
}

const toUrlSearchParams = (query: Query): URLSearchParams =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each])),
  );
