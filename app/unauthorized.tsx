import { MessagePage } from '#components/shell/message-page.tsx';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { paths } from '#lib/paths.ts';

/** 401: nobody is signed in. Pages redirect to sign-in by themselves; this answers what slips through. */
export default async function Unauthorized() {
  const t = getTranslator(await requestLocale(), 'shell');
  const action = { href: paths.signIn(), label: t('signedOut.action') };
  return (
    <main>
      <MessagePage title={t('signedOut.title')} text={t('signedOut.text')} action={action} />
    </main>
  );
}
