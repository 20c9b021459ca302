'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import type { Apps } from '#components/connection/use-apps.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import type { AppView } from '#lib/connection/view.ts';

type AppRowProps = { app: AppView; apps: Apps; mayChange: boolean };

/** One app. Each button is named with it, so that a list of buttons read aloud makes sense. */
export function AppRow({ app, apps, mayChange }: AppRowProps) {
  const t = useTranslations('connection.apps');
  const button = (action: string, onClick: () => void) => (
    <Button
      size="sm"
      look="quiet"
      busy={apps.busy}
      aria-label={t('of', { action, name: app.name })}
      onClick={onClick}
    >
      {action}
    </Button>
  );
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <div className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-2">
          <span className={app.retired ? 'break-words text-ink-2' : 'font-medium break-words'}>
            {app.name}
          </span>
          {app.retired ? <Badge tone="neutral">{t('retired')}</Badge> : null}
        </span>
        <span className="figures block font-mono text-sm text-ink-3">{app.id}</span>
      </div>
      {mayChange ? (
        <div className="-mx-2.5 flex flex-wrap gap-1">
          {button(t('rename'), () => apps.ask({ kind: 'rename', app }))}
          {app.retired
            ? button(t('bringBack'), () => void apps.retire(app, false))
            : button(t('retire'), () => apps.ask({ kind: 'retire', app }))}
        </div>
      ) : null}
    </li>
  );
}
