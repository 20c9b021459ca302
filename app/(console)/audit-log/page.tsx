import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { AuditLogScreen } from '#components/audit-log/audit-log-screen.tsx';
import { MoreMessages } from '#components/providers/messages-provider.tsx';
import { parseEventSearch } from '#lib/audit-log/search-params.ts';
import { listEvents } from '#lib/audit-log/service.ts';
import { requireViewer } from '#lib/auth/access.ts';
import { authorisePage } from '#lib/entry/authorise-page.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';
import { listPeople } from '#lib/people/service.ts';

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'auditLog')('title') };
}

export default async function AuditLogPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer();
  await authorisePage(viewer, 'auditLog.read');
  const [locale, context, query] = await Promise.all([requestLocale(), getContext(), searchParams]);
  const { search, ignored } = parseEventSearch(toParams(query));
  const [page, apps, people] = await Promise.all([
    listEvents(context, viewer, search),
    context.knownApps(),
    listPeople(context, viewer),
  ]);
  if (!page.ok) forbidden();
  // An admin who may not manage people would still find them by name.
  const names = people.ok ? people.value.map(({ id, name }) => ({ id, name })) : [];
  return (
    <MoreMessages
      locale={locale}
      messages={messagesFor(locale, ['auditLog', 'auditLogActs', 'passwordReset', 'history'])}
    >
      <AuditLogScreen page={page.value} search={search} ignored={ignored} apps={apps} people={names} />
    </MoreMessages>
  );
}

const toParams = (query: Query): URLSearchParams =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, values = []]) => [values].flat().map((value) => [name, value])),
  );
