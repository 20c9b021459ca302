import { MessagePage } from '#components/shell/message-page.tsx';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { paths } from '#lib/paths.ts';

export default async function BatchNotFound() {
  const t = getTranslator(await requestLocale(), 'batches');
  return (
    <MessagePage
      title={t('page.missingTitle')}
      text={t('page.missingText')}
      action={{ href: paths.batches, label: t('page.back') }}
    />
  );
}
