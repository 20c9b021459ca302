import { MessagePage } from '#components/shell/message-page.tsx';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { paths } from '#lib/paths.ts';

/** The same words for an id that never was and for one this viewer may not see. */
export default async function BindingNotFound() {
  const t = getTranslator(await requestLocale(), 'history');
  return (
    <MessagePage
      title={t('entry.missingTitle')}
      text={t('entry.missingText')}
      action={{ href: paths.history, label: t('entry.back') }}
    />
  );
}
