import Link from 'next/link';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { paths } from '#lib/paths.ts';

export default async function BindingNotFound() {
  const t = getTranslator(await requestLocale(), 'history');
  return (
    <EmptyState
      title={t('entry.missingTitle')}
      action={
        <Link href={paths.history} className={buttonClass('plain')}>
          {t('entry.back')}
        </Link>
      }
    >
      <p>{t('entry.missingText')}</p>
    </EmptyState>
  );
}
