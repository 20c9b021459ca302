import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { PeopleScreen } from '#components/people/people-screen.tsx';
import { MoreMessages } from '#components/providers/messages-provider.tsx';
import { requireViewer } from '#lib/auth/access.ts';
import { can } from '#lib/auth/permissions.ts';
import { authorisePage } from '#lib/entry/authorise-page.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';
import { listPeople } from '#lib/people/service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'people')('title') };
}

export default async function PeoplePage() {
  const viewer = await requireViewer();
  await authorisePage(viewer, 'people.manage');
  const [locale, people] = await Promise.all([requestLocale(), listPeople(await getContext(), viewer)]);
  if (!people.ok) forbidden();
  return (
    <MoreMessages locale={locale} messages={messagesFor(locale, ['people'])}>
      <PeopleScreen people={people.value} viewerId={viewer.id} mayReadLog={can(viewer, 'auditLog.read')} />
    </MoreMessages>
  );
}
