'use client';

import { useTranslations } from 'use-intl';
import { BackLink } from '#components/ui/back-link.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import { paths } from '#lib/paths.ts';

type NumberHeadProps = {
  appId: string;
  /** Undefined until it is read. */
  app: { name: string; retired: boolean } | undefined;
  number: string;
  mayBind: boolean;
};

/** Which number this is, and for who may bind the way to bind it. */
export function NumberHead({ appId, app, number, mayBind }: NumberHeadProps) {
  const t = useTranslations('number');
  const copy = useTranslations('ui.copy');
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="grid min-w-0 justify-items-start gap-1">
        <BackLink href={paths.numbers}>{t('back')}</BackLink>
        <div className="flex items-center gap-1">
          <h1 className="text-2xl font-semibold tracking-tight">
            <NumberText number={number} />
          </h1>
          <CopyButton value={number} label={copy('number')} />
        </div>
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-2">
          <span>{app?.name}</span>
          <span className="figures text-ink-3">{appId}</span>
          {app?.retired ? <Badge>{t('appRetired')}</Badge> : null}
        </p>
      </div>
      {mayBind && !app?.retired ? (
        <PageLink href={paths.bindNumber(appId, number)} className={buttonClass('primary')}>
          {t('bind')}
        </PageLink>
      ) : null}
    </header>
  );
}
