import { MessagePage } from '#components/shell/message-page.tsx';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { paths } from '#lib/paths.ts';

/** The same words for an app that is not of this console and for a number without any trace. */
export default async function NumberNotFound() {
  const t = getTranslator(await requestLocale(), 'number');
  const action = { href: paths.history, label: t('missingAction') };
  return <MessagePage title={t('missingTitle')} text={t('missingText')} action={action} />;
}
