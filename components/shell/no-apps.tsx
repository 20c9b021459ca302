import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import { paths } from '#lib/paths.ts';

/** In place of a form that needs an app: how one is added. */
export function NoApps({ t }: { t: (key: 'noApps.title' | 'noApps.text' | 'noApps.action') => string }) {
  return (
    <EmptyState
      title={t('noApps.title')}
      action={
        <PageLink href={paths.connection} className={buttonClass('primary')}>
          {t('noApps.action')}
        </PageLink>
      }
    >
      {t('noApps.text')}
    </EmptyState>
  );
}
