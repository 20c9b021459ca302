import { MessagePage } from '#components/shell/message-page.tsx';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { paths } from '#lib/paths.ts';

/** 403: signed in, but not allowed here. */
export default async function Forbidden() {
  const t = getTranslator(await requestLocale(), 'shell');
  const action = { href: paths.history, label: t('forbidden.action') };
  return <MessagePage title={t('forbidden.title')} text={t('forbidden.text')} action={action} />;
}
