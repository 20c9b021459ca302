import { MessagePage } from '#components/shell/message-page.tsx';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { paths } from '#lib/paths.ts';

export default async function NotFound() {
  const t = getTranslator(await requestLocale(), 'shell');
  const action = { href: paths.home, label: t('notFound.action') };
  return <MessagePage title={t('notFound.title')} text={t('notFound.text')} action={action} />;
}
